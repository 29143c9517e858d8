import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { StoreEmail } from "../../parts/api/automations"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { OnSwitch } from "./store-email-list"

/** The abandoned cart, with its figures as one sentence: where did the others stay? */
export function CartCard({ email }: { email: StoreEmail }) {
  const text = useText()
  return (
    <Section
      title={
        <span className="flex items-center gap-x-3">
          <OnSwitch email={email} />
          {text("cart.title")}
        </span>
      }
      hint={text("cart.hint", { minutes: email.idle_minutes ?? 60 })}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/mailroom/store-emails/${email.id}`}>{text("common.edit")}</Link>
        </Button>
      }
    >
      <div className="px-6 py-4">
        <Text size="small" weight="plus">
          <CartSentence figures={email.cart_figures} />
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted mt-1">
          {text("cart.last30Days")}
        </Text>
      </div>
    </Section>
  )
}

/** "14 left, 2 sent, 11 without consent, 1 bought." */
export function CartSentence({ figures }: { figures: StoreEmail["cart_figures"] }) {
  const text = useText()
  const format = useFormat()
  if (!figures || figures.left === 0) return text("cart.none")
  const parts = [
    text("cart.left", { n: format.number(figures.left) }),
    text("cart.sent", { n: format.number(figures.sent) }),
    text("cart.withoutConsent", { n: format.number(figures.without_consent) }),
    text("cart.bought", { n: format.number(figures.bought) }),
  ]
  if (figures.other > 0) parts.push(text("cart.other", { n: format.number(figures.other) }))
  return parts.join(", ") + "."
}
