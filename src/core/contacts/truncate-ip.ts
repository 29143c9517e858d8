import ipaddr from "ipaddr.js"

/** The network, not the person: /24 of IPv4, /48 of IPv6 (standards §4); null for what is no address. */
export function truncateIp(ip: string | null | undefined): string | null {
  if (!ip || !ipaddr.isValid(ip)) return null
  const address = ipaddr.process(ip)
  const kept = address.kind() === "ipv4" ? 3 : 6
  return ipaddr.fromByteArray(address.toByteArray().map((byte, n) => (n < kept ? byte : 0))).toString()
}
