import { Container, Heading, Text, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useFormat } from "./use-format"
import { useText } from "./use-text"

type Figure = { value: number | null | undefined; why?: string }

/** A number that may be unknowable: null is said as "unknown", never shown as 0. */
export function Count({ value, why }: Figure) {
  const text = useText()
  const format = useFormat()
  if (value === null || value === undefined)
    return (
      <Tooltip content={why ?? text("common.unknownHint")}>
        <span className="text-ui-fg-muted italic">{text("common.unknown")}</span>
      </Tooltip>
    )
  return <span className="tabular-nums">{format.number(value)}</span>
}

export function Share({ value, why }: Figure) {
  const format = useFormat()
  if (value === null || value === undefined) return <Count value={null} why={why} />
  return <span className="tabular-nums">{format.percent(value)}</span>
}

/** The head of a column with its formula on hover; reachable by keyboard. */
export function Explained({ label, hint }: { label: ReactNode; hint: string }) {
  return (
    <Tooltip content={hint} maxWidth={300}>
      <span
        tabIndex={0}
        className="decoration-ui-fg-muted cursor-help whitespace-nowrap underline decoration-dotted underline-offset-4"
      >
        {label}
      </span>
    </Tooltip>
  )
}

export function FigureCard({
  label,
  hint,
  children,
  note,
}: {
  label: string
  hint?: string
  children: ReactNode
  note?: ReactNode
}) {
  return (
    <Container className="flex flex-col gap-y-1 px-5 py-4">
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {hint ? <Explained label={label} hint={hint} /> : label}
      </Text>
      <Heading level="h2" className="text-2xl">
        {children}
      </Heading>
      {note && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {note}
        </Text>
      )}
    </Container>
  )
}

export function Figures({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">{children}</div>
}
