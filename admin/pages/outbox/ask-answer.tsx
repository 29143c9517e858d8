import { Badge, Button, Copy, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Answer } from "../../parts/api/outbox"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** The findings in order, then a text that can be sent to the customer. */
export function AskAnswer({ answer }: { answer: Answer }) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <WhoAndWhat answer={answer} />
      {answer.typo_hint && (
        <Badge size="small" color="orange" className="self-start">
          {answer.typo_hint}
        </Badge>
      )}
      <ul className="flex flex-col gap-y-3">
        {answer.findings.map((finding, index) => (
          <FindingLine key={`${finding.key}-${index}`} finding={finding} />
        ))}
      </ul>
      {answer.ready_text && (
        <div className="bg-ui-bg-subtle rounded-lg p-4">
          <div className="mb-2 flex items-center justify-between gap-x-2">
            <Text size="small" weight="plus">
              {text("ask.readyText")}
            </Text>
            <Copy content={answer.ready_text} />
          </div>
          <Text size="small" className="whitespace-pre-line">
            {answer.ready_text}
          </Text>
        </div>
      )}
    </div>
  )
}

function WhoAndWhat({ answer }: { answer: Answer }) {
  const text = useText()
  const who = answer.contact?.name ?? answer.contact?.email ?? answer.asked.email
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {who ? text("ask.about", { who }) : text("ask.aboutOrder", { order: answer.asked.order ?? "" })}
      {answer.orders.map((order) => (
        <Link key={order.id} to={`/orders/${order.id}`} className="text-ui-fg-interactive ml-2">
          {text("ask.order", { number: order.display_id ?? order.id })}
        </Link>
      ))}
    </Text>
  )
}

function FindingLine({ finding }: { finding: Answer["findings"][number] }) {
  const text = useText()
  const format = useFormat()
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Text size="small" className="text-ui-fg-muted w-40 shrink-0">
        {finding.at ? format.dateTime(finding.at) : "–"}
      </Text>
      <Text size="small" className="min-w-0 flex-1">
        {said(finding.sentence)}
      </Text>
      {finding.message_id && (
        <Button size="small" variant="transparent" asChild>
          <Link to={`/mailroom/outbox/${finding.message_id}`}>{text("ask.showMail")}</Link>
        </Button>
      )}
    </li>
  )
}
