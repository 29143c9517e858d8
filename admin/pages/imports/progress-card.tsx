import { Text } from "@medusajs/ui"
import type { Import } from "../../parts/api/imports"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** How far it has come; a leave of the page does not stop it. */
export function ProgressCard({ row }: { row: Import }) {
  const text = useText()
  const format = useFormat()
  const percent = row.share === null ? undefined : Math.round(row.share * 100)
  return (
    <Section
      title={text(`imports.moving.${row.state as "checking" | "running" | "undoing"}`)}
      hint={text("imports.movingHint")}
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <div
          role="progressbar"
          aria-label={text(`imports.states.${row.state}`)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="bg-ui-bg-switch-off h-2.5 w-full overflow-hidden rounded-full"
        >
          <div
            className={`bg-ui-tag-green-icon h-full rounded-full transition-[width] duration-500 ${percent === undefined ? "animate-pulse" : ""}`}
            style={{ width: `${percent ?? 100}%` }}
          />
        </div>
        {row.share !== null && row.state !== "undoing" && (
          <Text size="small" className="text-ui-fg-subtle">
            {text("imports.ofRows", { done: format.number(row.position), rows: format.number(row.rows) })}
          </Text>
        )}
      </div>
    </Section>
  )
}
