import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AudienceCount as Counted } from "../../parts/api/mailings"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

/** Who would get it now, and who falls out and why, with some of their names. */
export function AudienceCount({ mailingId, revision }: { mailingId: string; revision: number }) {
  const counted = useRead<Counted>(`/mailings/${mailingId}/audience`, { query: { revision } })
  return (
    <div className="px-6 py-4" aria-live="polite">
      <WhenRead read={counted}>{(data) => <Figures counted={data} />}</WhenRead>
    </div>
  )
}

function Figures({ counted: { members, recipients, left_out: leftOut } }: { counted: Counted }) {
  const text = useText()
  const format = useFormat()
  if (members === null || recipients === null)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("newsletters.audience.tooLong")}
      </Text>
    )
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus">
        {members === recipients
          ? text("newsletters.recipients", { count: recipients, people: format.number(recipients) })
          : text("newsletters.audience.someOf", {
              count: recipients,
              people: format.number(recipients),
              members: format.number(members),
            })}
      </Text>
      {leftOut.length > 0 && (
        <ul className="flex flex-col gap-y-2">
          {leftOut.map((one) => (
            <LeftOut key={one.reason} leftOut={one} />
          ))}
        </ul>
      )}
    </div>
  )
}

function LeftOut({ leftOut: { reason, n, people } }: { leftOut: Counted["left_out"][number] }) {
  const word = useWord()
  const format = useFormat()
  return (
    <li className="grid grid-cols-[4rem_1fr] gap-x-3">
      <Text size="small" className="text-right tabular-nums">
        {format.number(n)}
      </Text>
      <div className="min-w-0">
        <Text size="small">{word("words.reason", reason)}</Text>
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {people.map((person, at) => (
            <span key={person.contact_id}>
              {at > 0 && ", "}
              <Link to={`/mailroom/contacts/${person.contact_id}`} className="hover:text-ui-fg-interactive">
                {person.name ?? person.email ?? "–"}
              </Link>
            </span>
          ))}
          {n > people.length && " …"}
        </Text>
      </div>
    </li>
  )
}
