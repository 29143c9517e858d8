import { Envelope } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../parts/use-text"

/** Above Medusa's customer list: the way to everybody's e-mail state (F45). */
export function CustomerListCard() {
  const text = useText()
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
      <Button size="small" variant="secondary" asChild>
        <Link to="/mailroom/contacts">{text("contacts.widgetButton")}</Link>
      </Button>
    </Container>
  )
}
