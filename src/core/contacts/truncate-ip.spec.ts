import { truncateIp } from "./truncate-ip"

describe("truncateIp", () => {
  it.each([
    ["192.0.2.123", "192.0.2.0"],
    ["::ffff:192.0.2.123", "192.0.2.0"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::"],
  ])("keeps the network of %s", (ip, network) => expect(truncateIp(ip)).toBe(network))

  it.each([undefined, null, "", "unknown", "192.0.2.1, 198.51.100.1", "999.1.1.1"])(
    "knows that %j is no address",
    (ip) => expect(truncateIp(ip)).toBeNull(),
  )
})
