import { isPublicUrl } from "./base-url"

/** By what a shop recognises itself (F62). An empty text is what could not be found out. */
export type ShopPrint = {
  /** As the instance was given it (plugin option, environment), not as the settings say: those travel with a copy. */
  baseUrl: string
  environment: string
  /** The server's identity and the database's name: a backup restored elsewhere, a copy beside the original is another. */
  database: string
  /** Object ids of the database and of a table: a dump that is restored in the same place makes both anew. */
  incarnation: string
  /** Of the server's write-ahead log: a recovery to an earlier moment begins a new one, and so does a failover. */
  timeline: string
}

export type LiveShopVerdict =
  | { kind: "matches" }
  /** Nothing stands in the way: write down what is found now. */
  | { kind: "adopt" }
  /** The same shop, of which one thing more is known now. */
  | { kind: "learn" }
  | { kind: "mismatch"; differs: (keyof ShopPrint)[] }

/** A failover is over sooner; who goes back to an earlier moment has lost more than this. */
const FAILOVER_SECONDS = 15 * 60

/**
 * A first start writes itself down. A shop that never sent anything may move freely, because nothing can go out twice.
 * Two addresses on the same machine (localhost and a port) are one; what was not known before is learnt.
 * `unseenSeconds`: since the shop last recognised itself, by this database; null when it never did.
 */
export function judgeLiveShop({
  confirmed,
  current,
  unseenSeconds,
  hasSent,
}: {
  confirmed: ShopPrint | null
  current: ShopPrint
  unseenSeconds: number | null
  hasSent: boolean
}): LiveShopVerdict {
  if (!confirmed) return { kind: "adopt" }
  const differs = differences(confirmed, current, unseenSeconds ?? 0)
  if (differs.length > 0) return hasSent ? { kind: "mismatch", differs } : { kind: "adopt" }
  return PARTS.some((part) => isNews(confirmed[part], current[part], part)) ? { kind: "learn" } : { kind: "matches" }
}

const PARTS = ["baseUrl", "incarnation", "timeline"] as const

function isNews(confirmed: string, current: string, part: (typeof PARTS)[number]): boolean {
  return current !== "" && (confirmed === "" || (part === "timeline" && confirmed !== current))
}

function differences(confirmed: ShopPrint, current: ShopPrint, unseenSeconds: number): (keyof ShopPrint)[] {
  const differs: (keyof ShopPrint)[] = []
  if (!isSameBase(confirmed.baseUrl, current.baseUrl)) differs.push("baseUrl")
  if (confirmed.environment !== current.environment) differs.push("environment")
  // Another database has other object ids and another log, too.
  if (confirmed.database !== current.database) return [...differs, "database"]
  if (isOther(confirmed.incarnation, current.incarnation)) return [...differs, "incarnation"]
  if (isOther(confirmed.timeline, current.timeline) && unseenSeconds > FAILOVER_SECONDS) differs.push("timeline")
  return differs
}

const isOther = (confirmed: string, current: string) => confirmed !== "" && current !== "" && confirmed !== current

/** http and https, with and without a trailing slash, are the same shop; so is an address that one side does not know. */
function isSameBase(confirmed: string, current: string): boolean {
  if (confirmed === "" || current === "") return true
  if (!URL.canParse(confirmed) || !URL.canParse(current)) return confirmed === current
  if (!isPublicUrl(confirmed) && !isPublicUrl(current)) return true
  const [a, b] = [new URL(confirmed), new URL(current)]
  return a.host.toLowerCase() === b.host.toLowerCase() && stripped(a) === stripped(b)
}

function stripped({ pathname }: URL): string {
  return pathname.replace(/\/+$/, "")
}

/** "another address (https://a → https://b); another database" */
export function describeMismatch(confirmed: ShopPrint, current: ShopPrint, differs: (keyof ShopPrint)[]): string {
  return differs.map((part) => DIFFERENCE[part](confirmed[part], current[part])).join("; ")
}

const DIFFERENCE: Record<keyof ShopPrint, (confirmed: string, current: string) => string> = {
  baseUrl: (confirmed, current) => `another address (${confirmed} → ${current})`,
  environment: (confirmed, current) => `another environment (${confirmed} → ${current})`,
  database: () => "another database",
  incarnation: () => "the database was restored from a backup",
  timeline: () => "the database server was set back to an earlier moment",
}
