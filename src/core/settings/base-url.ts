import ipaddr from "ipaddr.js"

/** Names that resolve only inside a house: RFC 6761, RFC 6762 (.local), RFC 8375 (home.arpa), RFC 9476 (.internal by ICANN). */
const LOCAL_SUFFIXES = [".localhost", ".local", ".test", ".example", ".invalid", ".internal", ".lan", ".home.arpa"]

/** True when an inbox anywhere could reach the URL: a public IP or a name with a dot that is not reserved for local use. */
export function isPublicUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const host = new URL(url).hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === "unicast"
  return host.includes(".") && !LOCAL_SUFFIXES.some((suffix) => host.endsWith(suffix))
}
