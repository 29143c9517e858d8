import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { Import } from "../../parts/api/imports"
import { downloadUrl } from "../../parts/client"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"

/** In this order: what gets better, what stays closed, what was refused. */
const ORDER = [
  "rows",
  "new",
  "known",
  "changed",
  "subscribed",
  "already_subscribed",
  "contact",
  "unsubscribed",
  "already_unsubscribed",
  "bounced",
  "complained",
  "suppressed",
  "already_suppressed",
  "kept_unsubscribed",
  "kept_complaint",
  "kept_hard_bounce",
  "kept_soft_bounces",
  "kept_manual",
  "kept_domain",
  "erased",
  "consent_expired",
  "repeated",
  "with_values_left_out",
  "invalid",
]

/** Every end that a row came to, each with a sentence of its own. */
export function CountsCard({
  title,
  hint,
  counts,
  row,
}: {
  title: string
  hint: string
  counts: Record<string, number>
  row: Import
}) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const shown = [...ORDER, ...Object.keys(counts).filter((key) => !ORDER.includes(key))].filter(
    (key) => (counts[key] ?? 0) > 0,
  )
  return (
    <Section
      title={title}
      hint={hint}
      actions={
        (counts.invalid ?? 0) > 0 &&
        row.has_rows && (
          <Button size="small" variant="secondary" asChild>
            <a href={downloadUrl(`/imports/${row.id}/problems.csv`)} download>
              <ArrowDownTray />
              {text("imports.problems", { count: counts.invalid!, rows: format.number(counts.invalid!) })}
            </a>
          </Button>
        )
      }
    >
      <div className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-3 xl:grid-cols-4">
        {shown.map((key) => (
          <div key={key} className="flex flex-col">
            <Text size="small" className="text-ui-fg-subtle">
              {word("imports.counts", key)}
            </Text>
            <Text size="large" weight="plus">
              {format.number(counts[key]!)}
            </Text>
          </div>
        ))}
      </div>
    </Section>
  )
}
