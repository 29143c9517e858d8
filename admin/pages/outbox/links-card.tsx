import { Text } from "@medusajs/ui"
import type { OutboxMessage } from "../../parts/api/outbox"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

/** The links of the mail and who followed them; hidden while there are none. */
export function LinksCard({ message: { links, facts } }: { message: OutboxMessage }) {
  const text = useText()
  // Of somebody who may not be seen nobody knows: that is not 0.
  const isKnown = facts.pixel === "personal"
  if (links.length === 0) return null
  return (
    <Section title={text("message.links")}>
      <ul className="flex flex-col gap-y-3 px-6 py-4">
        {links.map((link) => (
          <li key={link.index} className="min-w-0">
            <Text size="small" className="truncate" title={link.url}>
              {link.url}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted">
              {isKnown
                ? text("message.clicks", { human: link.clicks_human, machine: link.clicks_machine })
                : text("message.clicksUnknown")}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
