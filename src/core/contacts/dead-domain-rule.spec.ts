import { deadUntil, type DomainBounce } from "./dead-domain-rule"

const day = (n: number) => new Date(Date.UTC(2026, 0, n))
const bounce = (address: string, on: number, code = "5.1.2"): DomainBounce => ({
  addressHash: address,
  at: day(on),
  code,
})
const now = day(31)
const verdict = (bounces: DomainBounce[], lastDeliveryAt: Date | null = null) =>
  deadUntil(bounces, { lastDeliveryAt, now })

describe("a domain that flags itself", () => {
  it("is given up at the third address, for thirty days from the last bounce", () => {
    expect(verdict([bounce("a", 20), bounce("b", 21)])).toBeNull()
    expect(verdict([bounce("a", 20), bounce("b", 21), bounce("c", 25, "5.1.10")])).toEqual(day(55))
  })

  it("counts addresses, not mails", () => {
    expect(verdict([bounce("a", 20), bounce("a", 21), bounce("a", 22), bounce("b", 23)])).toBeNull()
  })

  it("looks at what speaks of the host only: an unknown mailbox says nothing about it", () => {
    expect(verdict([bounce("a", 20), bounce("b", 21), bounce("c", 22, "5.1.1")])).toBeNull()
  })

  it("forgets what is older than thirty days", () => {
    expect(verdict([bounce("a", 0), bounce("b", 21), bounce("c", 22)])).toBeNull()
  })

  it("lives when something was delivered since", () => {
    const three = [bounce("a", 20), bounce("b", 21), bounce("c", 22)]
    expect(verdict(three, day(23))).toBeNull()
    expect(verdict(three, day(21))).not.toBeNull()
  })
})
