import { Input } from "@medusajs/ui"
import type { CreditRule } from "../../../src/core/reports/credit-rule"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"

const DAYS = [1, 3, 5, 7, 14, 30]

type Props = { value: CreditRule; onChange: (rule: CreditRule) => void }

/** Which orders the report counts for this mailing. */
export function CreditChoice({ value, onChange }: Props) {
  const text = useText()
  const days = value.by === "click" && !DAYS.includes(value.days) ? [...DAYS, value.days] : DAYS
  const choose = (chosen: string) => {
    if (chosen === "none") onChange({ by: "none" })
    else if (chosen === "range") onChange({ by: "range", ...nextWeek() })
    else onChange({ by: "click", days: Number(chosen) })
  }
  return (
    <>
      <Field label={text("newsletters.credit.label")} hint={text("newsletters.credit.hint")}>
        {(id) => (
          <Choice
            id={id}
            value={value.by === "click" ? String(value.days) : value.by}
            onChange={choose}
            options={[
              ...days.map((count) => ({ value: String(count), label: text("newsletters.credit.click", { count }) })),
              { value: "range", label: text("newsletters.credit.range") },
              { value: "none", label: text("newsletters.credit.none") },
            ]}
          />
        )}
      </Field>
      {value.by === "range" && (
        <div className="grid grid-cols-2 gap-4">
          {(["from", "to"] as const).map((end) => (
            <Field key={end} label={text(`newsletters.credit.${end}`)}>
              {(id) => (
                <Input
                  id={id}
                  type="date"
                  value={value[end]}
                  onChange={(event) => event.target.value && onChange(moved(value, end, event.target.value))}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  )
}

type Range = Extract<CreditRule, { by: "range" }>

/** The other end goes along where the range would end before it begins. */
function moved(range: Range, end: "from" | "to", day: string): Range {
  const next = { ...range, [end]: day }
  return next.from <= next.to ? next : { ...next, from: day, to: day }
}

function nextWeek(): { from: string; to: string } {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  return { from: day(0), to: day(7) }
}
