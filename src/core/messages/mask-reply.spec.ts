import { maskReply } from "./mask-reply"

describe("maskReply", () => {
  it("leaves no address, however it is written", () => {
    expect(maskReply("550 5.1.1 <Jo.Müller+x@exämple.com>: no such user (jo@example.com)")).toBe(
      "550 5.1.1 <[address]>: no such user ([address])",
    )
  })
  it("makes one line of at most 500 characters", () => {
    expect(maskReply("550-one\r\n550 two\u0000")).toBe("550-one 550 two")
    expect(maskReply("x".repeat(900))).toHaveLength(500)
  })
})
