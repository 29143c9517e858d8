import type { OutboxRow } from "./outbox-row"

/** One thing that is known about "I did not get it" (F64). */
export type AnswerFinding = {
  key: string
  at: string | null
  sentence: string
  message_id: string | null
  source_id: string | null
}

export type ReceiptAutomation = { id: string; name: string; isOn: boolean; switchedOnAt: string | null }

export type AnswerFacts = {
  asked: { email: string | null; order: string | null }
  hasContact: boolean
  orders: { id: string; display_id: number | null; placed_at: string }[]
  messages: (OutboxRow & { server: { response: string | null; queue_id: string | null } | null })[]
  /** What a placed order sets off, whatever its state. */
  receipt: ReceiptAutomation | null
  enrolments: {
    automationId: string
    name: string
    state: string
    outcome: string | null
    error: string | null
    at: string
  }[]
  decisions: { sourceId: string; name: string | null; verdict: string; reason: string | null; at: string }[]
  typo: string | null
  notReady: string[]
}

/** Newest first; what has no time (what does not exist, what is wrong now) comes before all. */
export function answerFindings(facts: AnswerFacts, why: (reason: string | null) => string | null): AnswerFinding[] {
  const dated = [
    ...facts.messages.map(messageFinding),
    ...facts.orders.flatMap((order) => missingReceipt(order, facts)),
    ...facts.enrolments
      .filter(({ state, outcome }) => state === "failed" || (outcome !== null && !WITH_MESSAGE.includes(outcome)))
      .map((one) => enrolmentFinding(one, why)),
    ...facts.decisions.map((decision) => ({
      key: "skipped",
      at: decision.at,
      sentence: `"${decision.name ?? decision.sourceId}": ${why(decision.reason) ?? decision.verdict}`,
      message_id: null,
      source_id: decision.sourceId,
    })),
  ]
  dated.sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""))
  return [...undated(facts), ...dated]
}

/** Endings that left a message, which tells more. */
const WITH_MESSAGE = ["mailed", "ended"]

function undated({ asked, hasContact, orders, messages, typo, notReady }: AnswerFacts): AnswerFinding[] {
  const found: [string, string][] = []
  if (asked.order && orders.length === 0)
    found.push(["no_such_order", `There is no order "${asked.order}" that Mailroom knows of.`])
  if (asked.email && !hasContact && messages.length === 0)
    found.push(["no_such_person", `Nobody with the address ${asked.email} is known, and nothing was ever sent there.`])
  if (typo) found.push(["typo", `The address may hold a slip: was ${typo} meant?`])
  for (const sentence of notReady) found.push(["not_ready", sentence])
  return found.map(([key, sentence]) => ({ key, at: null, sentence, message_id: null, source_id: null }))
}

function messageFinding(message: AnswerFacts["messages"][number]): AnswerFinding {
  const {
    id,
    subject,
    to,
    shown_status: status,
    reason_text: reason,
    server,
    source_id,
    settled_at,
    planned_at,
  } = message
  const what = `${subject ? `"${subject}"` : "A mail"} to ${to ?? "nobody"}`
  const reply = server?.response ? ` The server said: ${server.response}` : ""
  const queueId = server?.queue_id ? ` (queue id ${server.queue_id})` : ""
  const told: Partial<Record<typeof status, string>> = {
    queued: `${what} waits to be sent.`,
    sent: `${what} was taken by the mail server${queueId}.${reply}`,
    delivered: `${what} was delivered${queueId}.`,
    open: `${what} arrived and was opened.`,
    click: `${what} arrived, and a link in it was clicked.`,
    bounce: `${what} came back.${reply}`,
    failed: `${what} could not be sent.${reply}`,
    in_doubt: `${what} was handed over, and nobody knows whether it arrived.`,
    spam: `${what} arrived and was marked as spam.`,
    unsubscribed: `${what} arrived; the person unsubscribed by it.`,
  }
  return {
    key: status === "bounce" ? "bounced" : status,
    at: settled_at ?? planned_at,
    sentence: [told[status] ?? `${what} was not sent.`, reason].filter(Boolean).join(" "),
    message_id: id,
    source_id,
  }
}

/** An order about which the receipt's automation never wrote a message. */
function missingReceipt(order: AnswerFacts["orders"][number], facts: AnswerFacts): AnswerFinding[] {
  const { receipt, messages, enrolments } = facts
  if (!receipt || messages.some(({ about, source_id }) => about?.id === order.id && source_id === receipt.id)) return []
  if (enrolments.some(({ automationId }) => automationId === receipt.id)) return []
  const number = order.display_id === null ? order.id : `#${order.display_id}`
  const base = { at: order.placed_at, message_id: null, source_id: receipt.id }
  if (!receipt.isOn)
    return [
      {
        ...base,
        key: "automation_off",
        sentence: `No receipt for order ${number}: "${receipt.name}" is switched off.`,
      },
    ]
  if (receipt.switchedOnAt && order.placed_at < receipt.switchedOnAt)
    return [
      {
        ...base,
        key: "before_switch_on",
        sentence: `No receipt for order ${number}: it was placed before "${receipt.name}" was switched on, and nothing from before is mailed.`,
      },
    ]
  return [
    {
      ...base,
      key: "not_decided",
      sentence: `No receipt for order ${number} yet: Mailroom has not looked at this order. It is found within minutes.`,
    },
  ]
}

function enrolmentFinding(
  { automationId, name, state, outcome, error, at }: AnswerFacts["enrolments"][number],
  why: (reason: string | null) => string | null,
): AnswerFinding {
  const sentence =
    state === "failed"
      ? `"${name}" could not decide: ${error ?? "no reason was kept"}.`
      : `"${name}" ended: ${why(outcome) ?? outcome}`
  return {
    key: state === "failed" ? "engine_failed" : "automation_ended",
    at,
    sentence,
    message_id: null,
    source_id: automationId,
  }
}

/** A text for the customer, to copy. */
export function readyText({ messages, typo }: Pick<AnswerFacts, "messages" | "typo">): string {
  const latest = messages.find(isForTheShopper)
  if (!latest) return "We have not sent you this e-mail yet. We are looking into it and will send it to you."
  const what = latest.subject ? `our e-mail "${latest.subject}"` : "our e-mail"
  const when = (latest.settled_at ?? latest.planned_at).slice(0, 16).replace("T", " ")
  if (["sent", "delivered", "open", "click"].includes(latest.shown_status))
    return `We sent ${what} to ${latest.to} on ${when} (UTC), and your mail server took it. Please look in your spam folder and in folders that rules may have moved it to.`
  if (typo)
    return `We tried to send ${what} to ${latest.to}. Could it be that ${typo} is right? Tell us and we send it again.`
  if (latest.shown_status === "bounce" || latest.status === "failed")
    return `We tried to send ${what} to ${latest.to} on ${when} (UTC), but your mail server refused it. Please give us another address, and we send it again.`
  if (latest.status === "queued" || latest.status === "held")
    return `${what[0]!.toUpperCase()}${what.slice(1)} is on its way to you.`
  return `We did not send ${what}. We are looking into it.`
}

/** What went to the owner, to a third party or to somebody who tried a template is no news for the shopper. */
function isForTheShopper({ type, is_test: isTest }: OutboxRow): boolean {
  return !isTest && !["owner_copy", "custom_action", "test", "system"].includes(type)
}
