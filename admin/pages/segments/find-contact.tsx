import { Input, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { Person } from "../../parts/api/segments"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useSettled } from "./preview-card"

const SHOWN = 5

/** Looks for a contact by name or address and offers each with what can be done. */
export function FindContact({ action }: { action: (person: Person, done: () => void) => ReactNode }) {
  const text = useText()
  const [typed, setTyped] = useState("")
  const q = useSettled(typed.trim())
  const isAsked = q.length >= 2 && typed.trim().length >= 2
  const found = useRead<{ contacts: Person[] }>("/contacts", { query: { q, limit: SHOWN }, enabled: isAsked })
  return (
    <div className="flex flex-col gap-y-2">
      <Input
        size="small"
        type="search"
        value={typed}
        aria-label={text("segments.whySearch")}
        placeholder={text("segments.whySearch")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {isAsked && found.data?.contacts.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("segments.nobodyFound")}
        </Text>
      )}
      {isAsked &&
        found.data?.contacts.map((person) => (
          <div key={person.id} className="flex items-center justify-between gap-x-2">
            <Text size="small" className="min-w-0 truncate">
              {[person.name, person.email].filter(Boolean).join(" · ")}
            </Text>
            {action(person, () => setTyped(""))}
          </div>
        ))}
    </div>
  )
}
