import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { AddressList } from "../../parts/address-list"
import type { Supplier, SupplierInput } from "../../parts/api/actions"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { WindowFields } from "../../parts/window-fields"

const LANGUAGES = ["en", "de", "fr", "es", "it"]
/** Radix knows no empty value. */
const STORES = "store"

const inputOf = (supplier: Supplier | null): SupplierInput => ({
  name: supplier?.name ?? "",
  emails: supplier?.emails ?? [],
  cc: supplier?.cc ?? [],
  locale: supplier?.locale ?? null,
  time_zone: supplier?.time_zone ?? null,
  hours: supplier?.hours ?? null,
  note: supplier?.note ?? "",
})

type Props = { supplier: Supplier | null; onClose: () => void; onSaved?: (supplier: Supplier) => void }

/** A supplier made or changed; its products are assigned on its page. */
export function SupplierDrawer({ supplier, onClose, onSaved }: Props) {
  const text = useText()
  const format = useFormat()
  const [input, setInput] = useState(inputOf(supplier))
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<SupplierInput>) => setInput((before) => ({ ...before, ...change }))
  const save = useChange<SupplierInput, { supplier: Supplier }>(supplier ? `/suppliers/${supplier.id}` : "/suppliers", {
    done: text("common.saved"),
    onDone: (answer) => (onSaved ? onSaved(answer.supplier) : onClose()),
    onRefused: setProblem,
  })
  const languages = [...new Set([...LANGUAGES, ...(input.locale ? [input.locale] : [])])]
  return (
    <FormDrawer
      title={supplier?.name ?? text("suppliers.add")}
      refusal={problem}
      isReady={input.name.trim() !== "" && input.emails.length > 0}
      isLoading={save.isPending}
      onSave={() => save.mutate(input)}
      onClose={onClose}
    >
      <Field label={text("suppliers.name")}>
        {(id) => <Input id={id} value={input.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <Field label={text("suppliers.emails")} hint={text("suppliers.emailsHint")}>
        {(id) => <AddressList id={id} value={input.emails} onChange={(emails) => set({ emails })} />}
      </Field>
      <Field label={text("suppliers.cc")} optional={text("common.optional")}>
        {(id) => <AddressList id={id} value={input.cc} onChange={(cc) => set({ cc })} />}
      </Field>
      <Field label={text("suppliers.language")}>
        {(id) => (
          <Choice
            id={id}
            value={input.locale ?? STORES}
            onChange={(locale) => set({ locale: locale === STORES ? null : locale })}
            options={[
              { value: STORES, label: text("suppliers.storeLanguage") },
              ...languages.map((value) => ({ value, label: format.language(value) })),
            ]}
          />
        )}
      </Field>
      <Field label={text("suppliers.hours")} hint={text("suppliers.hoursHint")}>
        {() => (
          <WindowFields
            value={input.hours ?? { hours: null, days: null }}
            onChange={(hours) => set({ hours: hours.hours === null && hours.days === null ? null : hours })}
          />
        )}
      </Field>
      <Field label={text("suppliers.timeZone")} hint={text("suppliers.timeZoneHint")}>
        {(id) => (
          <Input
            id={id}
            value={input.time_zone ?? ""}
            onChange={(event) => set({ time_zone: event.target.value.trim() || null })}
          />
        )}
      </Field>
      <Field label={text("suppliers.note")} hint={text("suppliers.noteHint")}>
        {(id) => (
          <Textarea id={id} rows={3} value={input.note} onChange={(event) => set({ note: event.target.value })} />
        )}
      </Field>
    </FormDrawer>
  )
}
