import { generateKeyPairSync } from "node:crypto"
import { dkimVerify } from "mailauth/lib/dkim/verify"
import PostalMime from "postal-mime"
import { messageHeaders } from "../../src/core/messages/headers"
import { attachedPart } from "../../src/rendering/attached-part"
import { buildMime } from "../../src/rendering/mime"
import { dkimSigner } from "../../src/transports/dkim"
import { SmtpTransport } from "../../src/transports/smtp"
import { startSmtpSink } from "../support/smtp-sink"

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
})
const record = `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`
const dkim = { domain: "shop.example", selector: "mr", privateKey }

const letter = {
  headers: messageHeaders({
    id: "0199a0de-0000-7000-8000-000000000001",
    class: "marketing",
    origin: "mailing",
    sourceId: "mmlg_1",
    mailDomain: "shop.example",
    firstAttemptAt: new Date("2026-11-21T10:00:00Z"),
    from: { name: "Größe & Co", email: "news@shop.example" },
    replyTo: "care@shop.example",
    to: { name: "Jo", email: "jo@example.com" },
    cc: [],
    subject: "🎁 Frühling",
    shopName: "Shop",
    topic: { slug: "news", name: "News" },
    unsubscribeUrl: `https://a-rather-long-host-name.shop.example/mailroom/u/${"x".repeat(64)}`,
  }),
  text: "Hello\n.dot\n",
  html: "<p>Grüße</p>",
}
const newsletter = buildMime({ ...letter, boundarySeed: "1" })

async function verified(raw: Buffer) {
  const { results } = await dkimVerify(raw, {
    resolver: async (name: string) => {
      if (name !== "mr._domainkey.shop.example") throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" })
      return [[record]]
    },
  })
  return results[0]! as unknown as { status: { result: string }; signingHeaders: { keys: string } }
}

describe("the DKIM signature", () => {
  it("covers both unsubscribe headers (RFC 8058 §4) and verifies", async () => {
    const { status, signingHeaders } = await verified(await dkimSigner(dkim)(newsletter))
    expect(status.result).toBe("pass")
    const signed = signingHeaders.keys.toLowerCase().split(/\s*:\s*/)
    expect(signed).toEqual(
      expect.arrayContaining([
        "from",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-id",
        "feedback-id",
        "message-id",
      ]),
    )
  })

  /** As a server receives it. */
  async function received(mail: { mime: Buffer; attached?: Buffer }): Promise<Buffer> {
    const sink = await startSmtpSink()
    const target = { host: "127.0.0.1", port: sink.port, security: "none" as const, auth: null, connections: 1, dkim }
    const transport = new SmtpTransport(target)
    const envelope = { from: "news@shop.example", to: ["jo@example.com"] }
    await transport.send({ envelope, ...mail, beforeBody: async () => undefined })
    await transport.close()
    await sink.close()
    return sink.mails[0]!.raw
  }

  it("still verifies in the mail that a server received", async () => {
    expect((await verified(await received({ mime: newsletter }))).status.result).toBe("pass")
  })

  it("covers what is attached, which follows in a piece of its own", async () => {
    const content = Buffer.from("%PDF-1.7\n.\n".repeat(500))
    const { boundary, part } = await attachedPart([
      { name: "Größen.pdf", mime: "application/pdf", digest: "00", content },
    ])
    const mime = buildMime({ ...letter, boundarySeed: "1", attachedBoundary: boundary })
    const raw = await received({ mime, attached: part })
    expect((await verified(raw)).status.result).toBe("pass")
    expect(raw.subarray(-part.length)).toEqual(part)
    const { attachments } = await PostalMime.parse(raw)
    expect(Buffer.from(attachments[0]!.content as ArrayBuffer)).toEqual(content)
  })
})
