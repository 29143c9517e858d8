/** Version of these rules; stored with each event, so that a report can say by which it was judged. */
export const RULE_VERSION = 2

/** So long an uncertain open or click waits for what may show it to be a machine's; after it, it is a person's. */
export const HOLD_SECONDS = 60

export type Classification = "human" | "uncertain" | "machine"

export type TrackedRequest = {
  kind: "open" | "click"
  userAgent: string | null
  /** Seconds from the server's yes to this request; negative before it; null while the mail is not settled. */
  secondsAfterSent: number | null
}

export type Judged = { classification: Classification; score: number; client: string | null; rule: number }

/** Standards §3.2: 60 and more is a machine; 30 to 59 is uncertain and counts as nobody until the hold is over. */
export function classify(request: TrackedRequest): Judged {
  const { score: byAgent, client } = judgeAgent(request)
  const score = Math.max(0, byAgent + judgeTime(request.secondsAfterSent, client))
  return { classification: classOf(score), score, client, rule: RULE_VERSION }
}

function classOf(score: number): Classification {
  return score >= 60 ? "machine" : score >= 30 ? "uncertain" : "human"
}

// Security gateways, fetchers and headless browsers that say so.
const SCANNERS =
  /barracuda|proofpoint|ciscosecureemail|ironport|mimecast|tmes|trendmicro|fireeye|symantec|python-requests|python-urllib|aiohttp|curl\/|wget\/|go-http-client|java\/|okhttp|headlesschrome|phantomjs|puppeteer|playwright|bot\b|crawler|spider|linkcheck|urlscan|safelinks|preview/i

// What Gmail's servers call themselves when they fetch before anybody looks.
const GMAIL_PREFETCH =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"

function judgeAgent({ kind, userAgent }: TrackedRequest): { score: number; client: string | null } {
  const agent = userAgent?.trim() ?? ""
  if (agent === "") return { score: 80, client: "no_agent" }
  if (agent === GMAIL_PREFETCH) return { score: 80, client: "gmail_prefetch" }
  // Apple loads every image when the mail arrives, read or not; a click with that name comes from no browser either.
  if (agent === "Mozilla/5.0") return { score: kind === "open" ? 80 : 60, client: "apple_mpp" }
  // These two fetch when the reader opens the mail.
  if (/GoogleImageProxy/.test(agent)) return { score: 0, client: "gmail_proxy" }
  if (/YahooMailProxy/.test(agent)) return { score: 0, client: "yahoo_proxy" }
  return SCANNERS.test(agent) ? { score: 80, client: "scanner" } : { score: 0, client: null }
}

function judgeTime(seconds: number | null, client: string | null): number {
  if (seconds === null || seconds < 0) return 80
  // The image proxies of Gmail and Yahoo do not fetch ahead: a quick reader there is a reader.
  if (client === "gmail_proxy" || client === "yahoo_proxy") return 0
  if (seconds <= 2) return 60
  return seconds <= 10 ? 30 : 0
}

export type ClickMark = { linkIndex: number; at: Date }

/**
 * A gateway follows every link of a mail: three different ones within 2 s, or all of them (at least two) within 10 s.
 * Answers the clicks that belong to such a burst; they are machine clicks, also those judged human before.
 */
export function burst<C extends ClickMark>(clicks: readonly C[], linksInMail: number): C[] {
  const ordered = [...clicks].sort((a, b) => a.at.getTime() - b.at.getTime())
  const found = new Set<C>()
  ordered.forEach((first, from) => {
    const within = (ms: number) => ordered.slice(from).filter(({ at }) => at.getTime() - first.at.getTime() <= ms)
    const quick = within(2_000)
    const slow = within(10_000)
    if (distinct(quick) >= 3) quick.forEach((click) => found.add(click))
    if (linksInMail >= 2 && distinct(slow) >= linksInMail) slow.forEach((click) => found.add(click))
  })
  return ordered.filter((click) => found.has(click))
}

const distinct = (clicks: readonly ClickMark[]) => new Set(clicks.map(({ linkIndex }) => linkIndex)).size
