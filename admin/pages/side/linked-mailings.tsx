import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { LinkedMailing } from "../../parts/api/composer"
import { MailingBadge } from "../../parts/badges"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

/** On the product's page: the mailings that showed it (F29). */
export function ProductMailingsCard({ productId }: { productId: string }) {
  const text = useText()
  const read = useRead<{ mailings: LinkedMailing[] }>(`/products/${productId}/mailings`)
  return (
    <Section title={text("composer.mailings.title")} hint={text("composer.mailings.hintProduct")}>
      <WhenRead read={read}>
        {({ mailings }) =>
          mailings.length === 0 ? (
            <EmptyState title={text("composer.mailings.none")} hint={text("composer.mailings.noneHint")} />
          ) : (
            <ul className="divide-y">
              {mailings.map((mailing) => (
                <MailingLine key={mailing.id} mailing={mailing} />
              ))}
            </ul>
          )
        }
      </WhenRead>
    </Section>
  )
}

/** On the order's page, where there is any. */
export function OrderMailings({ orderId }: { orderId: string }) {
  const text = useText()
  const { data } = useRead<{ mailings: LinkedMailing[] }>(`/orders/${orderId}/mailings`)
  if (!data?.mailings.length) return null
  return (
    <div className="px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {text("composer.mailings.hintOrder")}
      </Text>
      <ul>
        {data.mailings.map(({ id, shown_name: name }) => (
          <li key={id}>
            <Link to={`/mailroom/newsletters/${id}`} className="txt-small text-ui-fg-interactive">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MailingLine({ mailing }: { mailing: LinkedMailing }) {
  const word = useWord()
  const format = useFormat()
  const { id, shown_name: name, kind, state } = mailing
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Link to={`/mailroom/newsletters/${id}`} className="txt-compact-small-plus hover:text-ui-fg-interactive">
          {name}
        </Link>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {word("words.kind", kind)} ·{" "}
          {format.dateTime(mailing.started_at ?? mailing.scheduled_at ?? mailing.created_at)}
        </Text>
      </div>
      <MailingBadge state={state} />
    </li>
  )
}
