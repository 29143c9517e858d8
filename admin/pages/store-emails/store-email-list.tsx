import { Badge, Switch, Text, Tooltip, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { StoreEmail } from "../../parts/api/automations"
import type { GoLive } from "../../parts/api/readiness"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText, useWord } from "../../parts/use-text"
import { CartCard } from "./cart-card"

/** In the order of a purchase; what is confidential stands apart. */
const GROUPS = [
  { key: "buying", templates: ["welcome", "order_receipt", "payment_captured", "gift_card"] },
  { key: "parcel", templates: ["shipment", "delivery"] },
  {
    key: "after",
    templates: [
      "order_cancelled",
      "refund",
      "return_requested",
      "return_received",
      "claim_created",
      "exchange_created",
    ],
  },
  { key: "access", templates: ["password_reset_customer", "password_reset_user", "invite"] },
] as const

type Props = { emails: StoreEmail[]; goLive?: GoLive }

export function StoreEmailList({ emails, goLive }: Props) {
  const text = useText()
  const cart = emails.find((email) => email.key === "cart_reminder")
  const grouped = new Set<string>(["cart_reminder", ...GROUPS.flatMap((group) => group.templates)])
  const others = emails.filter((email) => !grouped.has(email.key))
  return (
    <>
      {cart && <CartCard email={cart} />}
      {GROUPS.map((group) => (
        <Section key={group.key} title={text(`storeEmails.group.${group.key}`)}>
          <Lines emails={emails.filter((email) => group.templates.some((key) => key === email.key))} goLive={goLive} />
        </Section>
      ))}
      {others.length > 0 && (
        <Section title={text("storeEmails.group.other")}>
          <Lines emails={others} goLive={goLive} />
        </Section>
      )}
    </>
  )
}

function Lines({ emails, goLive }: Props) {
  return (
    <ul className="divide-y">
      {emails.map((email) => (
        <Line key={email.id} email={email} twice={goLive?.templates.find((one) => one.key === email.key)} />
      ))}
    </ul>
  )
}

function Line({ email, twice }: { email: StoreEmail; twice?: GoLive["templates"][number] }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <li className="hover:bg-ui-bg-base-hover flex items-center gap-x-4 px-6 py-3" data-template={email.key}>
      <OnSwitch email={email} twice={twice} />
      <Link to={`/mailroom/store-emails/${email.id}`} className="min-w-0 flex-1">
        <Text size="small" leading="compact" weight="plus">
          {word("words.template", email.key)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle truncate">
          {word("words.templateWhen", email.key) || email.description}
        </Text>
      </Link>
      <div className="flex shrink-0 items-center gap-x-2">
        {twice && (twice.verdict === "mails" || twice.verdict === "listens") && (
          <Tooltip content={text(`goLive.verdict.${twice.verdict}`, { count: twice.count, names: twice.names })}>
            <Badge size="2xsmall" color="orange">
              {text(twice.verdict === "mails" ? "goLive.wouldBeTwo" : "goLive.mightBeTwo")}
            </Badge>
          </Tooltip>
        )}
        {email.owner_copy && <Badge size="2xsmall">{text("storeEmails.copyToMe")}</Badge>}
        {email.figures.failed_30d > 0 && (
          <Badge size="2xsmall" color="red">
            {text("storeEmails.failed30d", { count: email.figures.failed_30d })}
          </Badge>
        )}
        <Text size="small" className="text-ui-fg-muted w-36 text-right tabular-nums">
          {text("storeEmails.sent30d", { sent: format.number(email.figures.sent_30d) })}
        </Text>
      </div>
    </li>
  )
}

/** Switching on asks first where the shop already mails the same. */
export function OnSwitch({ email, twice }: { email: StoreEmail; twice?: GoLive["templates"][number] }) {
  const text = useText()
  const word = useWord()
  const rights = useRights()
  const prompt = usePrompt()
  const name = word("words.template", email.key)
  const change = useChange<{ is_on: boolean }>(`/store-emails/${email.id}`)

  async function turn(isOn: boolean) {
    if (isOn && twice?.shop_already_mails) {
      const isSure = await prompt({
        title: text("goLive.twoTitle"),
        description: text("goLive.twoDescription", {
          sentence: text("goLive.verdict.mails", { count: twice.count, names: twice.names }),
        }),
        confirmText: text("goLive.twoConfirm"),
        cancelText: text("common.cancel"),
      })
      if (!isSure) return
    }
    change.mutate({ is_on: isOn })
  }

  return (
    <Switch
      size="small"
      aria-label={text("storeEmails.switch", { name })}
      disabled={!rights.edit || change.isPending}
      checked={change.isPending ? change.variables.is_on : email.is_on}
      onCheckedChange={(isOn) => void turn(isOn)}
    />
  )
}
