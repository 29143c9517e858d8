import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Why } from "../../parts/api/consent"
import type { OutboxMessage } from "../../parts/api/outbox"
import { Section } from "../../parts/section"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { useWhySentence } from "../../parts/why-sentence"
import { said } from "../../parts/said"

/** Why did, why didn't, or why hasn't this person got it yet (F49); and the receiving server's own words. */
export function WhyCard({ message }: { message: OutboxMessage }) {
  const text = useText()
  const word = useWord()
  const sentenceOf = useWhySentence()
  const isTold = ["dropped", "cancelled", "queued"].includes(message.status)
  const read = useRead<{ why: Why }>(`/outbox/${message.id}/why`, { enabled: isTold })
  const sentences = message.why.length > 0 ? message.why : message.reason ? [word("words.reason", message.reason)] : []
  return (
    <Section title={text("message.why")}>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        {read.data?.why.key && (
          <Text size="small" weight="plus" data-why={read.data.why.key}>
            {sentenceOf(read.data.why)}
          </Text>
        )}
        {sentences.length === 0 && !read.data?.why.key && <Text size="small">{text("message.noReason")}</Text>}
        {sentences.map((sentence) => (
          <Text key={sentence} size="small">
            {said(sentence)}
          </Text>
        ))}
        {message.resend_of && (
          <Link to={`/mailroom/outbox/${message.resend_of}`} className="text-ui-fg-interactive txt-small">
            {text("message.resendOf")}
          </Link>
        )}
        {message.resent_as.map((again) => (
          <Link key={again.id} to={`/mailroom/outbox/${again.id}`} className="text-ui-fg-interactive txt-small">
            {text("message.resentAs", { to: again.to ?? "–", status: word("words.status", again.status) })}
          </Link>
        ))}
      </div>
      {message.server?.response && (
        <div className="px-6 py-4">
          <Text size="small" weight="plus" className="mb-2">
            {text("message.serverSaid")}
          </Text>
          <code className="bg-ui-bg-subtle txt-compact-small block whitespace-pre-wrap break-words rounded-md p-3 font-mono">
            {[message.server.command, message.server.response].filter(Boolean).join(": ")}
          </code>
          {message.server.queue_id && (
            <Text size="small" className="text-ui-fg-subtle mt-2">
              {text("message.queueId", { id: message.server.queue_id })}
            </Text>
          )}
        </div>
      )}
    </Section>
  )
}
