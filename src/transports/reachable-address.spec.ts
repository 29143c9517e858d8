import { isInList, isPublicAddress, listOf } from "./reachable-address"

describe("which addresses a webhook may reach", () => {
  it("are those of the public internet", () => {
    for (const address of ["1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::1"])
      expect([address, isPublicAddress(address)]).toEqual([address, true])
  })

  it("are none of an own network, of this machine, of a cloud's metadata, and none that hides one of them", () => {
    const inside = [
      "127.0.0.1",
      "10.1.2.3",
      "172.31.255.255",
      "192.168.0.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
    ]
    const reserved = ["224.0.0.1", "255.255.255.255", "198.18.0.1", "203.0.113.9"]
    const six = ["::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:7f00:1"]
    const hidden = ["64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:53aa::1", "::127.0.0.1", "2001:db8::1"]
    for (const address of [...inside, ...reserved, ...six, ...hidden, "no address", ""])
      expect([address, isPublicAddress(address)]).toEqual([address, false])
  })

  it("are also those that a developer names, one by one or as a range", () => {
    const list = ["10.0.0.0/8", "127.0.0.1", "fd00::/8"]
    expect(["10.9.9.9", "127.0.0.1", "fd12::1"].every((address) => isInList(address, list))).toBe(true)
    expect(["11.0.0.1", "127.0.0.2", "fe80::1", "name"].some((address) => isInList(address, list))).toBe(false)
    for (const wrong of ["10.0.0.0/99", "localhost", "10.0.0.0/x", ""])
      expect(() => listOf([wrong])).toThrow("neither an IP")
  })
})
