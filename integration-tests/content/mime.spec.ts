import fc from "fast-check"
import MailComposer from "nodemailer/lib/mail-composer"
import PostalMime from "postal-mime"
import type { FixedText } from "../../src/rendering/bounded-output"
import { buildMime } from "../../src/rendering/mime"
import type { HeaderValue } from "../../src/rendering/mime-header"

type Mail = { subject: string; fromName: string; toName: string; text: string; html: string; fixed?: FixedText[] }

const FROM = "news@shop.example.com"
const TO = "ada@example.com"

const build = ({ subject, fromName, toName, text, html, fixed }: Mail) =>
  buildMime({
    headers: [
      ["From", { name: fromName, email: FROM }],
      ["To", { name: toName, email: TO }],
      ["Subject", subject],
      ["Message-ID", "<019ab@shop.example.com>"],
      ["Date", "Sat, 21 Nov 2026 19:00:00 +0000"],
      ["List-Unsubscribe", `<https://shop.example.com/mailroom/u/${"t".repeat(47)}>, <mailto:unsub@shop.example.com>`],
    ],
    text,
    html,
    fixed,
    boundarySeed: "019ab",
  })

const compose = ({ subject, fromName, toName, text, html }: Mail): Promise<Buffer> =>
  new MailComposer({
    from: { name: fromName, address: FROM },
    to: { name: toName, address: TO },
    subject,
    text,
    html,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()

async function read(bytes: Buffer) {
  const { subject, from, to, text, html, messageId } = await PostalMime.parse(bytes)
  const body = (part?: string) => (part ?? "").replace(/\r\n/g, "\n").replace(/\n$/, "")
  return { subject: subject ?? "", from, to, text: body(text), html: body(html), messageId }
}

/** Half a surrogate pair cannot be written in UTF-8 by anybody. */
const wellFormed = (text: string) => Buffer.from(text, "utf8").toString("utf8")

/** One line, no blanks at its ends: what `renderMessage` hands over. */
const line = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.string({ maxLength: 200 }),
    fc.constantFrom(
      "=?utf-8?Q?x?=",
      "a  b",
      "Ünïcödé 🎉🎉🎉 ".repeat(12),
      "שלום עולם",
      "x".repeat(200),
      '"quoted" \\ (c) <d>',
      "a, b; c: d",
    ),
  )
  .map((text) =>
    wellFormed(text)
      .replace(/[\p{Cc}\u2028\u2029]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
/** A body ends in a line end, as `renderMessage` makes it. */
const body = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 600 }),
    fc.string({ unit: fc.constantFrom(..."ab =.\t\nÄ漢🎉-_".split("")), maxLength: 600 }),
    fc.constantFrom(
      "From me\n.\n..\n--=_mr\n",
      "x".repeat(5000),
      "漢字".repeat(600),
      "trailing   \nblank\t\n",
      "=3D=20=\n",
    ),
  )
  .map(
    (text) =>
      `b${wellFormed(text)
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n\t]/gu, "")
        .trimEnd()}e`,
  )
const mail = fc.record({ subject: line, fromName: line, toName: line, text: body, html: body })

describe("a mail as bytes", () => {
  it("is read back by a parser as it was meant", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (given) => {
        const seen = await read(build(given))
        expect(seen).toMatchObject({ subject: given.subject, text: given.text, html: given.html })
        expect(seen.from).toEqual({ name: given.fromName, address: FROM })
        expect(seen.to).toEqual([{ name: given.toName, address: TO }])
        expect(seen.messageId).toBe("<019ab@shop.example.com>")
      }),
      { numRuns: 400 },
    )
  })

  it("says the same as nodemailer's MailComposer", async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (given) => {
        // nodemailer passes on what looks like an encoded word, and readers then decode it.
        fc.pre(!JSON.stringify(given).includes("=?"))
        const { messageId: _ours, ...ours } = await read(build(given))
        const { messageId: _theirs, ...theirs } = await read(await compose(given))
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 200 },
    )
  })

  it("is ASCII in lines that every server takes, each ended by CRLF", () => {
    fc.assert(
      fc.property(mail, (given) => {
        const bytes = build(given)
        const text = bytes.toString("latin1")
        expect(text).toMatch(/^[\t\r\n -~]*$/)
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/)
        const [head = "", ...parts] = text.split("\r\n\r\n")
        // RFC 5322 §2.1.1: at most 998; 78 where there is a place to fold. RFC 2045 §6.7: 76 in a body.
        for (const one of head.split("\r\n")) expect(one.length).toBeLessThan(998)
        for (const one of parts.join("\r\n\r\n").split("\r\n")) expect(one.length).toBeLessThanOrEqual(76)
      }),
      { numRuns: 300 },
    )
  })

  it("says the same when it is put together from texts that many mails share", async () => {
    const pieces = fc.array(fc.record({ fixed: body, own: body.map((text) => text.slice(1, -1)) }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(mail, pieces, async (given, parts) => {
        const fixed: FixedText[] = []
        let html = ""
        for (const part of parts) {
          fixed.push({ at: html.length, text: part.fixed })
          html += part.fixed + part.own
        }
        html += "."
        const bytes = build({ ...given, html, fixed })
        expect((await read(bytes)).html).toBe(html)
        for (const one of bytes.toString("latin1").split("\r\n\r\n").slice(1).join("\r\n\r\n").split("\r\n"))
          expect(one.length).toBeLessThanOrEqual(76)
      }),
      { numRuns: 300 },
    )
  })

  it("has the same bytes each time it is built", () => {
    fc.assert(
      fc.property(mail, (given) => expect(build(given).equals(build(given))).toBe(true)),
      { numRuns: 50 },
    )
  })

  it("folds a long List-Unsubscribe into two lines at most", () => {
    const text = build({ subject: "s", fromName: "", toName: "", text: "t", html: "h" }).toString("latin1")
    const header = /^List-Unsubscribe: [^]*?\r\n(?! )/m.exec(text)![0]
    expect(header.trimEnd().split("\r\n").length).toBeLessThanOrEqual(2)
  })

  it("writes what is mostly not Latin as base64 and the rest readably", () => {
    const encodingOf = (text: string) =>
      /Content-Transfer-Encoding: (\S+)/.exec(
        build({ subject: "s", fromName: "", toName: "", text, html: "h" }).toString("latin1"),
      )![1]
    expect(encodingOf("Grüße aus Zürich")).toBe("quoted-printable")
    expect(encodingOf("漢字かな交じり文")).toBe("base64")
  })
})

describe("a mail's header", () => {
  const withHeader = (name: string, value: HeaderValue) =>
    buildMime({ headers: [[name, value]], text: "t", html: "h", boundarySeed: "1" }).toString("latin1")

  it.each([
    "Subject: x\r\nBcc: evil@example.com",
    "x\nBcc: evil@example.com",
    "x\rBcc: evil@example.com",
    "x\u0000\u0007y",
  ])("cannot be left by a value: %j", (value) => {
    for (const text of [withHeader("Subject", value), withHeader("From", { name: value, email: FROM })]) {
      expect(text.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/m)
      expect(text).not.toMatch(/[\u0000\u0007]|[^\r]\n|\r[^\n]/)
    }
  })

  it.each([
    "a@b.example.com, c@d.example.com",
    "a@b.example.com\r\nBcc: c@d.example.com",
    "a b@example.com",
    "<a@example.com>",
    "group: a@example.com;",
    "@example.com",
    "a@",
    "plain",
  ])("takes exactly one mailbox, not %j", (email) => {
    expect(() => withHeader("To", { email })).toThrow("as one address")
  })

  it("writes an international domain in punycode", () => {
    expect(withHeader("To", { name: "Jürgen", email: "info@müller.example" })).toContain("<info@xn--mller-kva.example>")
  })

  it("refuses a name that is no header name", () => {
    expect(() => withHeader("X-Bad\r\nBcc", "x")).toThrow("cannot be the name of a mail header")
  })
})
