import { Button, Text } from "@medusajs/ui"
import type { Person } from "../../parts/api/segments"
import { Field } from "../../parts/field"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FindContact } from "../segments/find-contact"

type Props = { mailingId: string; revision: number; value: string[]; onChange: (ids: string[]) => void }

/** A work list of people picked by hand: searched for here, or ticked in the contact list. */
export function PeoplePicks({ mailingId, revision, value, onChange }: Props) {
  const text = useText()
  const { data } = useRead<{ people: Person[] }>(`/mailings/${mailingId}/people`, { query: { revision } })
  const shown = (data?.people ?? []).filter(({ id }) => value.includes(id))
  return (
    <Field label={text("newsletters.audience.people")} hint={text("newsletters.audience.peopleHint")}>
      {() => (
        <div className="flex flex-col gap-y-3">
          <FindContact
            action={(person, done) =>
              value.includes(person.id) ? (
                <Text size="small" className="text-ui-fg-muted">
                  {text("newsletters.audience.picked")}
                </Text>
              ) : (
                <Button
                  size="small"
                  variant="secondary"
                  onClick={() => {
                    onChange([...value, person.id])
                    done()
                  }}
                >
                  {text("newsletters.audience.pick")}
                </Button>
              )
            }
          />
          {shown.length > 0 && (
            <ul className="max-h-60 divide-y overflow-y-auto rounded-md border">
              {shown.map((person) => (
                <li key={person.id} className="flex items-center justify-between gap-x-2 px-3 py-1">
                  <Text size="small" className="min-w-0 truncate">
                    {[person.name, person.email].filter(Boolean).join(" · ")}
                  </Text>
                  <Button
                    size="small"
                    variant="transparent"
                    onClick={() => onChange(value.filter((id) => id !== person.id))}
                  >
                    {text("newsletters.audience.remove")}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  )
}
