import { isPublicUrl } from "./base-url"

/**
 * By what a shop recognises itself (F62). `baseUrl` is the one that the instance was given (plugin option, environment),
 * not the one in the settings: those travel with a copy of the database. `database` is the server's identity and the
 * database's name: a restored backup or a copy beside the original is another one.
 */
export type ShopPrint = { baseUrl: string; environment: string; database: string }

export type LiveShopVerdict =
  | { kind: "matches" }
  /** Nothing stands in the way: write down what is found now. */
  | { kind: "adopt" }
  | { kind: "mismatch"; differs: (keyof ShopPrint)[] }

/**
 * A first start writes itself down. A shop that never sent anything may move freely, because nothing can go out twice.
 * Two addresses on the same machine (localhost and a port) are one; an address that was not known before is learnt.
 */
export function judgeLiveShop({
  confirmed,
  current,
  hasSent,
}: {
  confirmed: ShopPrint | null
  current: ShopPrint
  hasSent: boolean
}): LiveShopVerdict {
  if (!confirmed) return { kind: "adopt" }
  const differs: (keyof ShopPrint)[] = []
  if (!isSameBase(confirmed.baseUrl, current.baseUrl)) differs.push("baseUrl")
  if (confirmed.environment !== current.environment) differs.push("environment")
  if (confirmed.database !== current.database) differs.push("database")
  if (differs.length > 0) return hasSent ? { kind: "mismatch", differs } : { kind: "adopt" }
  return confirmed.baseUrl === "" && current.baseUrl !== "" ? { kind: "adopt" } : { kind: "matches" }
}

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

const NAMES: Record<keyof ShopPrint, string> = { baseUrl: "address", environment: "environment", database: "database" }

/** "another address (https://a → https://b) and another database" */
export function describeMismatch(confirmed: ShopPrint, current: ShopPrint, differs: (keyof ShopPrint)[]): string {
  return differs
    .map((part) =>
      part === "database" ? "another database" : `another ${NAMES[part]} (${confirmed[part]} → ${current[part]})`,
    )
    .join(" and ")
}
