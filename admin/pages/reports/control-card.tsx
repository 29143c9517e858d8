import { Heading, Text } from "@medusajs/ui"
import type { ControlGroup } from "../../parts/api/reports"
import { Row, Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** What a mailing or an automation has brought beyond what would have been bought anyway (F44). */
export function ControlCard({ control }: { control: ControlGroup }) {
  const text = useText()
  const format = useFormat()
  const { share, treated, held, treated_buyers, held_buyers, until, days, is_over } = control
  const people = (count: number, buyers: number) =>
    text("reports.controlPeople", { count, people: format.number(count), buyers: format.number(buyers) })
  return (
    <Section
      title={text("reports.control")}
      hint={text(until ? "reports.controlHint" : "reports.controlHintAutomation", { share })}
    >
      <div className="px-6 py-4">
        <Result control={control} />
      </div>
      <Row label={text(until ? "reports.controlGot" : "reports.controlEntered")}>{people(treated, treated_buyers)}</Row>
      <Row label={text("reports.controlHeld")}>{people(held, held_buyers)}</Row>
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {until
          ? text(is_over ? "reports.controlOver" : "reports.controlUntil", { at: format.dateTime(until) })
          : text("reports.controlDays", { days: days ?? 0 })}
      </Text>
    </Section>
  )
}

function Result({ control: { result, currency } }: { control: ControlGroup }) {
  const text = useText()
  const format = useFormat()
  if (result.kind === "not_enough" || currency === null)
    return <Text size="small">{text("reports.controlNotEnough")}</Text>
  const money = (amount: number) => format.money(amount, currency)
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" className="text-ui-fg-subtle">
        {text("reports.controlExtra")}
      </Text>
      <Heading level="h2" className="text-2xl tabular-nums">
        {money(result.extra)}
      </Heading>
      <Text size="small">
        {text("reports.controlInterval", { low: money(result.low), high: money(result.high) })}
        {" · "}
        {text("reports.controlTotal", { total: money(result.total) })}
      </Text>
      {result.mayBeChance && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("reports.controlChance")}
        </Text>
      )}
    </div>
  )
}
