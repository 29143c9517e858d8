import type { OutboxRow } from "./outbox-row"

export type StoryEvent = {
  kind: string
  at: string
  classification: "human" | "uncertain" | "machine" | null
  url: string | null
  detail: Record<string, unknown> | null
}

/** What happened, as one sentence. */
export function eventSentence({ kind, classification, url, detail }: StoryEvent): string {
  const reply = typeof detail?.reply === "string" ? ` The server said: ${detail.reply}` : ""
  const who =
    classification === "machine" ? "A machine" : classification === "uncertain" ? "Somebody or a machine" : "The person"
  switch (kind) {
    case "sent":
      if (detail?.because === "said") return "It was in doubt; somebody found out that it arrived."
      if (detail?.because === "seen") return "It was in doubt; what came back of it shows that it arrived."
      return "The mail server took it."
    case "deferred":
      return `The mail server put it off; it is tried again.${reply}`
    case "delivered":
      return "It was delivered."
    case "bounce":
      return `It came back (${String(detail?.class ?? "no class")}).${reply}`
    case "dropped":
      return "Our own rules kept it back."
    case "failed":
      return `It could not be sent.${reply}`
    case "in_doubt":
      return "It was handed over, and nobody knows whether it arrived."
    case "open":
      return `${who} opened it.`
    case "click":
      return `${who} clicked ${url ?? "a link"}.`
    case "spam":
      return "The person marked it as spam."
    case "unsubscribed":
      return "The person unsubscribed by it."
    case "resubscribed":
      return "The person took the unsubscription back."
    case "resent":
      return "It was sent again."
    default:
      return kind
  }
}

/** Why it went, or did not: whole sentences in the order of events. */
export function messageStory(
  row: OutboxRow,
  queue: { due_at: string; lane_state: string; stage: string } | null,
  { notReady, orderNumber }: { notReady: string[]; orderNumber: number | null },
): string[] {
  const story = [beginning(row, orderNumber)]
  if (row.status === "queued" && queue) story.push(...waiting(queue, notReady))
  if (row.status === "sent") story.push("The mail server took it.")
  if (row.reason_text) story.push(row.reason_text)
  if (row.shown_status === "bounce") story.push("Later it came back as undeliverable.")
  if (row.shown_status === "spam") story.push("The person marked it as spam.")
  if (row.star.colour) story.push(row.star.text)
  return story
}

function beginning({ type, source_name: name, about, is_test: isTest }: OutboxRow, orderNumber: number | null): string {
  const source = name ? `"${name}"` : type.replaceAll("_", " ")
  if (type === "copy") return `A copy of ${source} for the shop's own people.`
  if (isTest) return `A test mail of ${source}.`
  if (type === "direct") return "A letter that somebody wrote to this person."
  if (!about) return `Planned by ${source}.`
  return `Planned by ${source} for ${about.kind} ${orderNumber === null ? about.id : `#${orderNumber}`}.`
}

function waiting(queue: { due_at: string; lane_state: string; stage: string }, notReady: string[]): string[] {
  if (notReady.length > 0) return ["It waits, because Mailroom is not ready to send:", ...notReady]
  if (queue.lane_state === "paused") return ["It waits, because its mailing is paused."]
  if (queue.stage !== "queued") return ["It is being sent in this moment."]
  return [`It waits to be sent; due at ${queue.due_at}.`]
}
