import { createHash } from "node:crypto"
import type { MessageClass, MessageOrigin } from "./states"

/** One mailbox, or several, as the MIME writer takes them. */
export type HeaderMailbox = { name?: string | null; email: string }
export type MessageHeader = [name: string, value: string | HeaderMailbox | HeaderMailbox[]]

export type HeaderFacts = {
  id: string
  class: MessageClass
  origin: MessageOrigin
  sourceId: string | null
  /** Domain of the from address at planning: the Message-ID must not change when the sender does. */
  mailDomain: string
  /** The same on every try: a mail that was sent twice must be one mail to its reader. */
  firstAttemptAt: Date
  from: HeaderMailbox
  replyTo: string | null
  to: HeaderMailbox
  cc: HeaderMailbox[]
  subject: string
  shopName: string
  topic: { slug: string; name: string } | null
  /** Of marketing only; a receipt cannot be unsubscribed from. */
  unsubscribeUrl: string | null
  /** For mail programs without RFC 8058; only where the shop reads such a mailbox. */
  unsubscribeMailbox?: string | null
  /** A letter that somebody wrote to one person: nothing in it is automatic, and an answer is wanted. */
  isCorrespondence?: boolean
}

/** All headers of a mail in order, exactly as standards.md §1.2 has them; MIME-Version and Content-* are the MIME writer's. */
export function messageHeaders(facts: HeaderFacts): MessageHeader[] {
  return [
    ["From", facts.from],
    ["To", facts.to],
    ...(facts.cc.length > 0 ? ([["Cc", facts.cc]] as MessageHeader[]) : []),
    ...(facts.replyTo ? ([["Reply-To", { email: facts.replyTo }]] as MessageHeader[]) : []),
    ["Subject", facts.subject],
    ["Date", mailDate(facts.firstAttemptAt)],
    ["Message-ID", messageIdHeader(facts)],
    ...(facts.isCorrespondence ? [] : facts.class === "marketing" ? marketingHeaders(facts) : automaticHeaders(facts)),
    ["X-Mailroom-Id", facts.id],
  ]
}

/** Unique, opaque, of our own domain (RFC 5322 §3.6.4); made of what never changes, so every retry has the same. */
export function messageIdHeader({ id, mailDomain }: { id: string; mailDomain: string }): string {
  return `<${id}@${mailDomain}>`
}

function marketingHeaders(facts: HeaderFacts): MessageHeader[] {
  const { unsubscribeUrl, unsubscribeMailbox, topic } = facts
  const byMail = unsubscribeMailbox ? `, <mailto:${unsubscribeMailbox}>` : ""
  return [
    // RFC 8058: one HTTPS URI, and it stands first; RFC 2369 allows others after it.
    ...(unsubscribeUrl
      ? ([
          ["List-Unsubscribe", `<${unsubscribeUrl}>${byMail}`],
          ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
        ] as MessageHeader[])
      : []),
    ...(topic ? ([["List-Id", listId(facts, topic)]] as MessageHeader[]) : []),
    ["Feedback-ID", feedbackId(facts)],
    ["Precedence", "bulk"],
    ["X-Auto-Response-Suppress", "OOF, AutoReply"],
  ]
}

function automaticHeaders(facts: HeaderFacts): MessageHeader[] {
  return [
    ...(facts.class === "tx" ? ([["Feedback-ID", feedbackId(facts)]] as MessageHeader[]) : []),
    ["Auto-Submitted", "auto-generated"],
    ["X-Auto-Response-Suppress", facts.class === "system" ? "All" : "OOF, AutoReply"],
  ]
}

/** Per topic, not per mailing (RFC 2919): mailbox providers and readers' filters remember it. */
function listId({ shopName, mailDomain }: HeaderFacts, topic: { slug: string; name: string }): string {
  const name = ascii(topic.name).replace(/["\\]/g, "").trim()
  const id = `<${slug(topic.slug) || "news"}.${slug(shopName) || "shop"}.${mailDomain}>`
  return name ? `"${name}" ${id}` : id
}

/** Four fields counted from the right, the last (5 to 15 characters) stable, none of them about the recipient. */
function feedbackId({ class: messageClass, origin, sourceId, mailDomain }: HeaderFacts): string {
  const stream = messageClass === "tx" ? "tx" : origin === "automation" ? "flow" : "news"
  const campaign = sourceId ? `c${shortHash(sourceId)}` : "direct"
  return [campaign, stream, `s${shortHash(`store ${mailDomain}`)}`, `mr${shortHash(mailDomain)}`].join(":")
}

// All first tries of one claim have the same second.
let lastDate = { at: NaN, written: "" }

/** RFC 5322 date in UTC. */
export function mailDate(at: Date): string {
  if (lastDate.at !== at.getTime()) lastDate = { at: at.getTime(), written: at.toUTCString().replace("GMT", "+0000") }
  return lastDate.written
}

const shortHashes = new Map<string, string>()

function shortHash(text: string): string {
  const known = shortHashes.get(text)
  if (known) return known
  const made = createHash("sha256").update(text, "utf8").digest("hex").slice(0, 10)
  if (shortHashes.size > 1000) shortHashes.clear()
  shortHashes.set(text, made)
  return made
}

const ascii = (text: string) => text.normalize("NFKD").replace(/[^ -~]/g, "")

const slug = (text: string) =>
  ascii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
