import { BOUGHT_THINGS, COMPARISONS, type BoughtThing, type ConditionOf } from "../../../src/core/segments/conditions"
import { RFM_GROUPS } from "../../../src/core/segments/rfm-groups"
import { Input } from "@medusajs/ui"
import { Field } from "../../parts/field"
import { ShopPicker } from "../../parts/shop-picker"
import { useText } from "../../parts/use-text"
import { NumberInput, OneOf, SomeOf, SpanInput } from "./form-parts"
import { useFormText, type FormProps } from "./use-form-text"

const THINGS = ["anything", ...BOUGHT_THINGS] as const
const PICKER = {
  product: "product",
  variant: "variant",
  category: "category",
  collection: "collection",
  product_tag: "tag",
} as const

export function BoughtForm({ condition, onChange }: FormProps<"bought">) {
  const { form, op } = useFormText()
  const { kind, op: how, within } = condition
  const made = (what: (typeof THINGS)[number]): ConditionOf<"bought"> =>
    what === "anything" ? { kind, op: how, what, within } : { kind, op: how, what, ids: [], within }
  return (
    <>
      <OneOf
        label={form("how")}
        value={how}
        values={["ever", "never"] as const}
        textOf={op}
        onChange={(next) => onChange({ ...condition, op: next })}
      />
      <OneOf
        label={form("what")}
        value={condition.what}
        values={THINGS}
        textOf={(one) => form(`things.${one}`)}
        onChange={(what) => onChange(made(what))}
      />
      <SpanInput isOptional value={within} onChange={(span) => onChange({ ...condition, within: span })} />
      {condition.what !== "anything" && (
        <div className="col-span-full">
          <ShopPicker
            key={condition.what}
            kind={PICKER[condition.what as BoughtThing]}
            value={condition.ids}
            onChange={(ids) => onChange({ ...condition, ids })}
          />
        </div>
      )}
    </>
  )
}

export function OrdersForm({ condition, onChange }: FormProps<"orders">) {
  const { form, op } = useFormText()
  const made = (measure: ConditionOf<"orders">["measure"]): ConditionOf<"orders"> => {
    const { kind, op: how, value, within } = condition
    if (measure === "count") return { kind, measure, op: how, value, within }
    return { kind, measure, op: how, value, within, currency: "currency" in condition ? condition.currency : "eur" }
  }
  return (
    <>
      <OneOf
        label={form("what")}
        value={condition.measure}
        values={["count", "net_spend", "average"] as const}
        textOf={(one) => form(`measure.${one}`)}
        onChange={(measure) => onChange(made(measure))}
      />
      <OneOf
        label={form("how")}
        value={condition.op}
        values={COMPARISONS}
        textOf={op}
        onChange={(how) => onChange({ ...condition, op: how })}
      />
      <NumberInput
        label={form("value")}
        min={0}
        value={condition.value}
        onChange={(value) => onChange({ ...condition, value })}
      />
      {condition.measure !== "count" && (
        <CurrencyInput value={condition.currency} onChange={(currency) => onChange({ ...condition, currency })} />
      )}
      <SpanInput isOptional value={condition.within} onChange={(within) => onChange({ ...condition, within })} />
    </>
  )
}

function CurrencyInput({ value, onChange }: { value: string; onChange: (currency: string) => void }) {
  const { form } = useFormText()
  return (
    <Field label={form("currency")}>
      {(id) => (
        <Input
          id={id}
          size="small"
          maxLength={3}
          value={value.toUpperCase()}
          onChange={(event) => onChange(event.target.value.toLowerCase())}
        />
      )}
    </Field>
  )
}

export function OrderDateForm({ condition, onChange }: FormProps<"order_date">) {
  const { form } = useFormText()
  return (
    <>
      <OneOf
        label={form("what")}
        value={condition.which}
        values={["first", "last"] as const}
        textOf={(one) => form(`which.${one}`)}
        onChange={(which) => onChange({ ...condition, which })}
      />
      <SpanInput value={condition.within} onChange={(within) => within && onChange({ ...condition, within })} />
    </>
  )
}

export function CartForm({ condition, onChange }: FormProps<"cart">) {
  const { form, op } = useFormText()
  const worth = (given: string) => {
    const value = Number(given)
    const currency = condition.worth?.currency ?? "eur"
    onChange({ ...condition, worth: given === "" ? undefined : { value, currency } })
  }
  return (
    <>
      <OneOf
        label={form("how")}
        value={condition.op}
        values={["has", "has_not"] as const}
        textOf={op}
        onChange={(how) => onChange({ ...condition, op: how })}
      />
      <OneOf
        label={form("what")}
        value={condition.state}
        values={["open", "abandoned"] as const}
        textOf={(one) => form(`cart.${one}`)}
        onChange={(state) => onChange({ ...condition, state })}
      />
      <SpanInput isOptional value={condition.within} onChange={(within) => onChange({ ...condition, within })} />
      <Field label={form("worth")}>
        {(id) => (
          <Input
            id={id}
            size="small"
            type="number"
            min={0}
            value={condition.worth?.value ?? ""}
            onChange={(event) => worth(event.target.value)}
          />
        )}
      </Field>
      {condition.worth && (
        <CurrencyInput
          value={condition.worth.currency}
          onChange={(currency) => onChange({ ...condition, worth: { value: condition.worth?.value ?? 0, currency } })}
        />
      )}
      <fieldset className="col-span-full">
        <legend className="txt-compact-small-plus mb-2">{form("cartProducts")}</legend>
        <ShopPicker
          kind="product"
          value={condition.products ?? []}
          onChange={(products) => onChange({ ...condition, products: products.length > 0 ? products : undefined })}
        />
      </fieldset>
    </>
  )
}

export function RfmForm({ condition, onChange }: FormProps<"rfm">) {
  const text = useText()
  const { form } = useFormText()
  const some = <Value,>(values: Value[]) => (values.length > 0 ? values : undefined)
  return (
    <div className="col-span-full flex flex-col gap-y-4">
      <SomeOf
        label={form("groups")}
        value={condition.groups ?? []}
        values={RFM_GROUPS}
        textOf={(one) => text(`segments.sentence.rfm.group.${one}`)}
        onChange={(groups) => onChange({ ...condition, groups: some(groups) })}
      />
      {(["recency", "frequency", "monetary"] as const).map((axis) => (
        <SomeOf
          key={axis}
          label={`${form(axis)} (${form("fifths")})`}
          value={condition[axis] ?? []}
          values={[1, 2, 3, 4, 5]}
          textOf={String}
          onChange={(fifths) => onChange({ ...condition, [axis]: some(fifths) })}
        />
      ))}
    </div>
  )
}
