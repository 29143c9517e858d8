import type { ChecklistItem } from "./checklist"
import type { SpamOverride, SpamVerdict } from "./spam-verdict"

/**
 * What can be known of a test. That it was opened no pixel tells: a test has none, and pictures are blocked. So whoever
 * opened it says so.
 */
export type TestFacts = {
  messageId: string
  status: "queued" | "sent" | "failed"
  /** Than the last change. */
  isOlder: boolean
  isLookedAt: boolean
}

/** What a sender looks at once more before a mailing goes (F33), besides what it is made of. */
export type BeforeFacts = {
  fromEmail: string | null
  /** Links that stand in it, and those of them that lead nowhere. */
  links: { all: number; dead: number }
  /** The last test that was sent of it. */
  test: TestFacts | null
  spam: Pick<SpamVerdict, "points" | "level"> & { is_held: boolean; limit: number; override: SpamOverride | null }
  preflight: {
    state: "running" | "done" | "cancelled" | "failed"
    is_old: boolean
    done: number
    total: number | null
    affected: number
  } | null
}

/** Nothing of it keeps a mailing back by itself; spam does at the start (mailing-planner). */
export function beforeItems(facts: BeforeFacts): ChecklistItem[] {
  return [
    domainItem(facts),
    linksItem(facts),
    unsubscribeItem(),
    spamItem(facts),
    testItem(facts),
    preflightItem(facts),
  ]
}

type Severity = ChecklistItem["severity"]
const ok = (key: string, sentence: string): ChecklistItem => ({
  key,
  ok: true,
  severity: "info",
  sentence,
  way_out: null,
})
const not = (key: string, severity: Severity, sentence: string, way_out: string): ChecklistItem => ({
  key,
  ok: false,
  severity,
  sentence,
  way_out,
})

/** Mail hosts for people: their rules (DMARC "reject" or "quarantine") let nobody else send in their name. */
const FREE_HOSTS = new Set([
  ...["gmail.com", "googlemail.com", "yahoo.com", "yahoo.de", "yahoo.fr", "ymail.com", "aol.com", "hotmail.com"],
  ...["outlook.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.at", "web.de"],
  ...["mail.ru", "proton.me", "protonmail.com", "orange.fr", "free.fr", "laposte.net", "libero.it", "t-online.de"],
])

function domainItem({ fromEmail }: BeforeFacts): ChecklistItem {
  const domain = fromEmail?.split("@")[1]?.toLowerCase() ?? ""
  if (domain === "")
    return not("domain", "warning", "There is no sender domain yet.", "Fill in the from-address in Settings → Sender.")
  if (!FREE_HOSTS.has(domain)) return ok("domain", `It is sent in the name of your own domain ${domain}.`)
  return not(
    "domain",
    "warning",
    `${domain} lets nobody else send in its name: most of these mails would be refused or land in spam.`,
    "Use an address of your own domain in Settings → Sender, with SPF, DKIM and DMARC set up.",
  )
}

function linksItem({ links: { all, dead } }: BeforeFacts): ChecklistItem {
  if (all === 0) return { ...ok("links", "There is no link in it."), ok: null }
  if (dead === 0) return ok("links", all === 1 ? "Its link leads somewhere." : `Its ${all} links lead somewhere.`)
  return not(
    "links",
    "warning",
    dead === 1 ? "1 link leads nowhere." : `${dead} links lead nowhere.`,
    "Give it a whole address that begins with https://.",
  )
}

const unsubscribeItem = (): ChecklistItem =>
  ok("unsubscribe", "Everybody can unsubscribe with one click: the link is in the footer by itself.")

function spamItem({ spam }: BeforeFacts): ChecklistItem {
  const { level, points, limit, override, is_held } = spam
  if (level === "fine") return ok("spam", points === 0 ? "No sign of spam." : `${points} of ${limit} spam points.`)
  if (level === "looks_like_spam")
    return not("spam", "warning", `${points} of ${limit} spam points: it looks a little like spam.`, SEE_SIGNS)
  if (is_held)
    return not(
      "spam",
      "warning",
      `${points} spam points, ${limit} are too many: sent like this, nobody gets it.`,
      "Mend the signs under “Signs of spam”, or say there why it may go all the same.",
    )
  return not("spam", "info", `${points} spam points; it goes all the same: "${override?.reason ?? ""}"`, SEE_SIGNS)
}

const SEE_SIGNS = "The signs stand under “Signs of spam”."

function testItem({ test }: BeforeFacts): ChecklistItem {
  if (test === null)
    return not("test", "info", "No test was sent yet.", "Send one to yourself and open it on a telephone, too.")
  return { ...sentTestItem(test), message_id: test.messageId }
}

function sentTestItem({ isOlder, isLookedAt, status }: TestFacts): ChecklistItem {
  if (isOlder)
    return not("test", "info", "The last test is older than the last change.", "Send another one and open it.")
  if (status === "failed")
    return not("test", "warning", "The last test did not go out.", "Its page in the Outbox says why.")
  if (isLookedAt) return ok("test", "A test was sent since the last change, and somebody has opened it.")
  if (status === "queued") return { ...ok("test", "A test is on its way."), ok: null }
  return { ...not("test", "info", "A test was sent since the last change.", OPEN_TEST), can_be_ticked: true }
}

const OPEN_TEST = "Open it, on a telephone, too, and tick it off here."

function preflightItem({ preflight }: BeforeFacts): ChecklistItem {
  if (preflight === null || preflight.state === "cancelled")
    return not("preflight", "info", "The mails of all recipients were not checked yet.", CHECK)
  const { state, is_old, done, total, affected } = preflight
  if (state === "failed") return not("preflight", "warning", "The check of all mails has failed.", CHECK)
  if (state === "running")
    return not("preflight", "info", `The mails of all recipients are being checked: ${done} of ${total ?? "?"}.`, WAIT)
  if (is_old) return not("preflight", "info", "All mails were checked, but before the last change.", CHECK)
  if (affected === 0) return ok("preflight", total === 1 ? "Its mail is in order." : `All ${total} mails are in order.`)
  return not("preflight", "warning", `Something was found in ${affected} of ${total} mails.`, LOOK)
}

const CHECK = "Press “Check everybody’s mail”."
const WAIT = "Wait for it, or send without it."
const LOOK = "Look at the worst of them under “Everybody’s mail”."
