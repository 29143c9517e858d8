import { wireBody } from "./wire-body"

const wire = (mail: string) => wireBody(Buffer.from(mail)).toString()

describe("a mail on the wire", () => {
  it("ends with a dot alone", () => {
    expect(wire("Subject: a\r\n\r\ntext\r\n")).toBe("Subject: a\r\n\r\ntext\r\n.\r\n")
  })

  it("doubles the dot a line begins with, and no other", () => {
    expect(wire("a\r\n.\r\n..b\r\nc.d\r\n.e\r\n")).toBe("a\r\n..\r\n...b\r\nc.d\r\n..e\r\n.\r\n")
    expect(wire(".first\r\n")).toBe("..first\r\n.\r\n")
  })
})
