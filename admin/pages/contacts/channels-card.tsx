import { Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { PersonChannel } from "../../parts/api/contacts"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { ChannelDrawer } from "./channel-drawer"

/** How one person stands to marketing by SMS and push, and where it goes. */
export function ChannelsCard({ contactId }: { contactId: string }) {
  const text = useText()
  const read = useRead<{ channels: PersonChannel[] }>(`/contacts/${contactId}/channels`)
  const [changing, setChanging] = useState<PersonChannel | null>(null)
  return (
    <Section title={text("contacts.channels.title")} hint={text("contacts.channels.hint")}>
      <WhenRead read={read}>
        {({ channels }) => (
          <>
            {channels.every(({ has_provider: has }) => !has) && (
              <Text size="small" className="text-ui-fg-subtle px-6 py-3">
                {text("contacts.channels.none")}
              </Text>
            )}
            <ul className="divide-y">
              {channels.map((one) => (
                <ChannelLine key={one.channel} one={one} onChange={() => setChanging(one)} />
              ))}
            </ul>
          </>
        )}
      </WhenRead>
      {changing && <ChannelDrawer contactId={contactId} channel={changing} onClose={() => setChanging(null)} />}
    </Section>
  )
}

function ChannelLine({ one, onChange }: { one: PersonChannel; onChange: () => void }) {
  const text = useText()
  const format = useFormat()
  const { channel, state, since, address, has_provider: hasProvider } = one
  const more = [
    since && text("contacts.since", { at: format.dateTime(since) }),
    address,
    !hasProvider && text("contacts.channels.noProvider"),
  ].filter(Boolean)
  return (
    <li className="flex items-start justify-between gap-x-3 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {text(`steps.value.${channel}`)}: {text(`contacts.channels.state.${state}`)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {more.join(" · ")}
        </Text>
      </div>
      <ActionButton needs="edit" onClick={onChange}>
        {text("contacts.channels.change")}
      </ActionButton>
    </li>
  )
}
