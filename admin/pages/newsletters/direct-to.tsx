import { Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { WholeContact } from "../../parts/api/contacts"
import { WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** To whom the letter goes, and what kind of mail it is. */
export function DirectTo({ contactId }: { contactId: string }) {
  const text = useText()
  const contact = useRead<{ contact: WholeContact }>(`/contacts/${contactId}`)
  return (
    <Container className="px-6 py-4">
      <WhenRead read={contact} loading={<Text size="small">…</Text>}>
        {({ contact: { name, email, customer_ids: customers } }) => (
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Text size="small" className="text-ui-fg-subtle">
              {text("composer.direct.to")}
            </Text>
            <Text size="small" weight="plus">
              <Link to={`/mailroom/contacts/${contactId}`} className="hover:text-ui-fg-interactive">
                {[name, email].filter(Boolean).join(" · ") || text("composer.direct.noAddress")}
              </Link>
            </Text>
            {customers[0] && (
              <Link to={`/customers/${customers[0]}`} className="txt-small text-ui-fg-interactive">
                {text("composer.direct.toCustomer")}
              </Link>
            )}
          </div>
        )}
      </WhenRead>
      <Text size="small" className="text-ui-fg-subtle mt-1">
        {text("composer.direct.hint")}
      </Text>
    </Container>
  )
}
