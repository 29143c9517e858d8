import { BlockList, isIP } from "node:net"

/** What is no public IPv4 address (IANA special-purpose registry, multicast and the reserved rest). */
const NOT_PUBLIC_4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]
/** Of the public half of IPv6 what is not: protocols' own, documentation, and 6to4, which carries an IPv4 address. */
const NOT_PUBLIC_6: [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]

const notPublic = new BlockList()
for (const [network, bits] of NOT_PUBLIC_4) notPublic.addSubnet(network, bits, "ipv4")
for (const [network, bits] of NOT_PUBLIC_6) notPublic.addSubnet(network, bits, "ipv6")
const publicHalf = new BlockList()
publicHalf.addSubnet("2000::", 3, "ipv6")

/** Whether an IP address belongs to the public internet. Loopback, mapped, private and reserved ones do not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !notPublic.check(address, "ipv4")
  return family === 6 && publicHalf.check(address, "ipv6") && !notPublic.check(address, "ipv6")
}

/** Whether it stands in a list of addresses and CIDR ranges; throws a RangeError for an entry that is neither. */
export function isInList(address: string, list: readonly string[]): boolean {
  const family = isIP(address)
  if (family === 0) return false
  return listOf(list).check(address, family === 4 ? "ipv4" : "ipv6")
}

/** `10.0.0.0/8`, `10.1.2.3`, `fd00::/8`. */
export function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [network = "", bits] = entry.split("/")
    const version = isIP(network)
    const family = version === 4 ? "ipv4" : "ipv6"
    const most = version === 4 ? 32 : 128
    if (version === 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)))
      throw new RangeError(`"${entry}" is neither an IP address nor a range such as "10.0.0.0/8"`)
    if (bits === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(bits), family)
  }
  return list
}
