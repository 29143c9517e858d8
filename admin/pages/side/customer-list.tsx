import { Envelope } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { useText } from "../../parts/use-text"
import { PickCustomers } from "./pick-customers"

/** Above Medusa's customer list: the way to everybody's e-mail state (F45), and to a mail to several of them (F7). */
export function CustomerListCard() {
  const text = useText()
  const [isPicking, setPicking] = useState(false)
  return (
    <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
      <div className="flex items-center gap-x-3">
        <Envelope className="text-ui-fg-subtle" />
        <div>
          <Text size="small" leading="compact" weight="plus">
            {text("contacts.widgetTitle")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {text("contacts.widgetHint")}
          </Text>
        </div>
      </div>
      <div className="flex items-center gap-x-2">
        <ActionButton needs="edit" onClick={() => setPicking(true)}>
          {text("contacts.customers.write")}
        </ActionButton>
        <Button size="small" variant="secondary" asChild>
          <Link to="/mailroom/contacts">{text("contacts.widgetButton")}</Link>
        </Button>
      </div>
      {isPicking && <PickCustomers onClose={() => setPicking(false)} />}
    </Container>
  )
}
