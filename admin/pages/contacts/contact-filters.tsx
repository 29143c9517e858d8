import { Button, Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { QUALITY_KINDS } from "../../../src/core/contacts/address-quality"
import { EMAIL_STATES } from "../../../src/core/reports/email-state"
import type { ContactChoices, ContactFilter } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"
import { FieldFilter } from "./field-filter"
import type { FilterKey } from "./use-contact-filter"

type Props = { filter: ContactFilter; onChange: (key: FilterKey, value: string) => void; onClear: () => void }

/** Radix knows no empty value: this one stands for "whatever". */
const ANY = "*"
/** How long a typist may think before the list is asked. */
const TYPING_MS = 300

/** Search and filters, each of which narrows the list further. */
export function ContactFilters({ filter, onChange, onClear }: Props) {
  const text = useText()
  const word = useWord()
  const topics = useTopics()
  const { data: choices } = useRead<ContactChoices>("/contacts/choices")
  const pick = (key: FilterKey, label: string, options: { value: string; label: string }[]) => (
    <div className="w-40">
      <Choice
        size="small"
        label={label}
        value={filter[key] ?? ANY}
        onChange={(value) => onChange(key, value === ANY ? "" : value)}
        options={[{ value: ANY, label: text("contacts.any", { what: label }) }, ...options]}
      />
    </div>
  )
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-4">
      <SearchField value={filter.q ?? ""} onChange={(value) => onChange("q", value)} />
      {pick(
        "state",
        text("contacts.state"),
        EMAIL_STATES.map((value) => ({ value, label: word("words.marketing", value) })),
      )}
      {pick(
        "topic_id",
        text("contacts.topic"),
        topics.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {pick("tag", text("contacts.tag"), same(choices?.tags ?? []))}
      {pick("country", text("contacts.country"), same(choices?.countries ?? []))}
      <FieldFilter value={filter.field} onChange={(value) => onChange("field", value)} />
      {filter.quality &&
        pick(
          "quality",
          text("contacts.quality.title"),
          QUALITY_KINDS.map((value) => ({ value, label: word("contacts.quality.kind", value) })),
        )}
      {Object.keys(filter).length > 0 && (
        <Button size="small" variant="transparent" onClick={onClear}>
          {text("common.clear")}
        </Button>
      )}
    </div>
  )
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText()
  const [typed, setTyped] = useState(value)
  // "Clear filters" and "back" change it from outside.
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <div className="w-72">
      <Input
        size="small"
        type="search"
        value={typed}
        aria-label={text("common.search")}
        placeholder={text("contacts.searchPlaceholder")}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
