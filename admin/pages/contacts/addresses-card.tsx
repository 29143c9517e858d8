import { Badge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Moved, Profile } from "../../parts/api/contacts"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText, type TextKey } from "../../parts/use-text"

/** Earlier addresses, and the contacts that a customer of this one had before or has now. Hidden when there are none. */
export function AddressesCard({ profile }: { profile: Profile }) {
  const text = useText()
  const format = useFormat()
  const { addresses, earlier, later } = profile
  if (addresses.length < 2 && earlier.length + later.length === 0) return null
  return (
    <Section title={text("contacts.addresses")} hint={text("contacts.addressesHint")}>
      <ul className="divide-y">
        {addresses.map((address) => (
          <li
            key={`${address.email}-${address.created_at}`}
            className="flex items-center justify-between gap-x-3 px-6 py-3"
          >
            <Text size="small" className="min-w-0 break-words">
              {address.email ?? text("contacts.erased")}
            </Text>
            <span className="flex shrink-0 items-center gap-x-2">
              {address.is_primary && <Badge size="2xsmall">{text("contacts.current")}</Badge>}
              <Text size="small" className="text-ui-fg-subtle">
                {text("contacts.since", { at: format.dateTime(address.created_at) })}
              </Text>
            </span>
          </li>
        ))}
        {later.map((moved) => (
          <MoveLine key={`later-${moved.contact_id}`} moved={moved} label="contacts.movedTo" />
        ))}
        {earlier.map((moved) => (
          <MoveLine key={`earlier-${moved.contact_id}`} moved={moved} label="contacts.movedFrom" />
        ))}
      </ul>
    </Section>
  )
}

function MoveLine({ moved, label }: { moved: Moved; label: TextKey }) {
  const text = useText()
  const format = useFormat()
  return (
    <li className="px-6 py-3">
      <Text size="small">
        {text(label, { at: format.dateTime(moved.moved_at) })}{" "}
        <Link className="text-ui-fg-interactive" to={`/mailroom/contacts/${moved.contact_id}`}>
          {moved.email ?? text("contacts.erased")}
        </Link>
      </Text>
    </li>
  )
}
