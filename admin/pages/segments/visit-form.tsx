import { Hint, Input } from "@medusajs/ui"
import type { ConditionOf } from "../../../src/core/segments/conditions"
import { Field } from "../../parts/field"
import { ShopPicker } from "../../parts/shop-picker"
import { NumberInput, OneOf, SpanInput } from "./form-parts"
import { useFormText, type FormProps } from "./use-form-text"

type VisitCondition = ConditionOf<"visit">
type What = VisitCondition["what"]

const WHATS = ["site", "section", "product", "category"] as const satisfies What[]

/** Who came to the shop or looked at something there: only of people who agreed to tracking, and the form says so. */
export function VisitForm({ condition, onChange }: FormProps<"visit">) {
  const { form, op } = useFormText()
  return (
    <>
      <OneOf
        label={form("how")}
        value={condition.op}
        values={["has", "has_not"] as const}
        textOf={op}
        onChange={(how) => onChange({ ...condition, op: how })}
      />
      <OneOf<What>
        label={form("what")}
        value={condition.what}
        values={WHATS}
        textOf={(one) => form(`visit.${one}`)}
        onChange={(what) => onChange(begun(condition, what))}
      />
      <SpanInput isOptional value={condition.within} onChange={(within) => onChange({ ...condition, within })} />
      <NumberInput
        label={form("times")}
        min={1}
        value={condition.times ?? 1}
        onChange={(times) => onChange({ ...condition, times: times === 1 ? undefined : times })}
      />
      {condition.what === "section" && (
        <Field label={form("section")} hint={form("sectionHint")}>
          {(id) => (
            <Input
              id={id}
              size="small"
              placeholder="/sale"
              value={condition.section}
              onChange={(event) => onChange({ ...condition, section: pathOf(event.target.value) })}
            />
          )}
        </Field>
      )}
      {"ids" in condition && (
        <div className="col-span-full">
          <ShopPicker
            key={condition.what}
            kind={condition.what}
            value={condition.ids}
            onChange={(ids) => onChange({ ...condition, ids })}
          />
        </div>
      )}
      <Hint className="col-span-full">
        {form(`visitCounts.${condition.what}`)} {form("visitHint")}
      </Hint>
    </>
  )
}

function begun({ kind, op, times, within }: VisitCondition, what: What): VisitCondition {
  const base = { kind, op, times, within }
  if (what === "site") return { ...base, what }
  return what === "section" ? { ...base, what, section: "" } : { ...base, what, ids: [] }
}

/** People paste the whole address of a page. */
function pathOf(typed: string): string {
  return /^https?:\/\//.test(typed) && URL.canParse(typed) ? new URL(typed).pathname : typed
}
