import { Button, Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { MESSAGE_KINDS } from "../../../src/core/messages/states"
import { Choice } from "../../parts/choice"
import { useText, useWord } from "../../parts/use-text"

export const FILTER_KEYS = ["q", "status", "type", "star", "about", "source_id"] as const
type FilterKey = (typeof FILTER_KEYS)[number]

const ANY = "any"
const STATUSES = ["sent", "queued", "held", "in_doubt", "failed", "dropped", "expired", "cancelled"]
const TYPING_MS = 350

type Props = { search: URLSearchParams; setSearch: (search: URLSearchParams) => void }

export function OutboxFilters({ search, setSearch }: Props) {
  const text = useText()
  const word = useWord()

  function set(key: FilterKey, value: string) {
    const next = new URLSearchParams(search)
    if (value && value !== ANY) next.set(key, value)
    else next.delete(key)
    setSearch(next)
  }
  const choose = (key: FilterKey) => ({
    value: search.get(key) ?? ANY,
    onChange: (value: string) => set(key, value),
  })

  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-4">
      <SearchInput value={search.get("q") ?? ""} onChange={(value) => set("q", value)} />
      <div className="w-44">
        <Choice
          size="small"
          label={text("outbox.status")}
          {...choose("status")}
          options={[
            { value: ANY, label: text("outbox.anyStatus") },
            ...STATUSES.map((value) => ({ value, label: word("words.status", value) })),
          ]}
        />
      </div>
      <div className="w-44">
        <Choice
          size="small"
          label={text("outbox.type")}
          {...choose("type")}
          options={[
            { value: ANY, label: text("outbox.anyType") },
            ...MESSAGE_KINDS.map((value) => ({ value, label: word("words.kind", value) })),
          ]}
        />
      </div>
      <div className="w-40">
        <Choice
          size="small"
          label={text("star.legend")}
          {...choose("star")}
          options={[
            { value: ANY, label: text("outbox.anyStar") },
            ...(["green", "grey", "red"] as const).map((value) => ({ value, label: text(`star.${value}`) })),
          ]}
        />
      </div>
      {FILTER_KEYS.some((key) => search.get(key)) && (
        <Button size="small" variant="transparent" onClick={() => setSearch(new URLSearchParams())}>
          {text("common.clear")}
        </Button>
      )}
    </div>
  )
}

/** Asks the server when the typing pauses; less than three letters ask nothing. */
function SearchInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === value || (wanted.length > 0 && wanted.length < 3)) return
    const timer = setTimeout(() => onChange(wanted), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className="w-64">
      <Input
        size="small"
        type="search"
        aria-label={text("outbox.searchLabel")}
        placeholder={text("outbox.searchPlaceholder")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
