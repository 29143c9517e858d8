import { Button, StatusBadge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { GoLive } from "../../parts/api/readiness"
import { Section } from "../../parts/section"
import { useText } from "../../parts/use-text"

/** A shop with a past: nothing goes out by itself, and nobody shall get two receipts. Gone once something is on. */
export function GoLiveCard({ goLive }: { goLive: GoLive }) {
  const text = useText()
  const doubled = goLive.templates.filter((template) => template.shop_already_mails)
  const heard = goLive.templates.filter(({ verdict }) => verdict === "listens")
  const isReviewed = goLive.templates.some((template) => template.is_on) && doubled.every((template) => !template.is_on)
  if (goLive.mode === "live" && (isReviewed || !goLive.has_past_orders) && doubled.length === 0) return null
  return (
    <Section
      title={text("goLive.title")}
      hint={text(goLive.has_past_orders ? "goLive.hintPast" : "goLive.hintNew")}
      actions={
        <StatusBadge color={goLive.mode === "live" ? "green" : "orange"}>
          {goLive.mode === "live" ? text("goLive.live") : text("goLive.toMe", { address: goLive.to_me_address ?? "–" })}
        </StatusBadge>
      }
      footer={
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Text size="small" className="text-ui-fg-subtle">
            {text("goLive.toMeHint")}
          </Text>
          <Button size="small" variant="secondary" asChild>
            <Link to="/mailroom/settings?section=delivery">{text("goLive.toDelivery")}</Link>
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" weight="plus">
          {shopMailsSentence()}
        </Text>
        {[...doubled, ...heard].map((template) => (
          <Text key={template.id} size="small" className="text-ui-fg-subtle">
            {text(`goLive.verdict.${template.verdict}`, { count: template.count, names: template.names })}
          </Text>
        ))}
      </div>
    </Section>
  )

  function shopMailsSentence(): string {
    if (goLive.shop_mails.total === null) return text("goLive.cannotAsk")
    if (goLive.shop_mails.total === 0) return text(heard.length > 0 ? "goLive.codeListens" : "goLive.noneMailed")
    return text("goLive.alreadyMails", { count: goLive.shop_mails.total })
  }
}
