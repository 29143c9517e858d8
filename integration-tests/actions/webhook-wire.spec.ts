import { Webhook } from "standardwebhooks"
import { postWebhook, type WebhookPost } from "../../src/transports/webhook"
import { LOCAL_CERTIFICATE, webhookServer, type Behaviour } from "../support/webhook-server"

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`
const TRUST = { allowAddresses: ["127.0.0.0/8", "::1"], ca: LOCAL_CERTIFICATE }
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})

async function server(answer: Behaviour, options = {}) {
  const made = await webhookServer(answer, options)
  opened.push(made)
  return made
}
const post = (url: string, more: Partial<WebhookPost> = {}) =>
  postWebhook({ url, secret: SECRET, id: "msg_1", at: new Date(), body: `{"a":"ä"}`, trust: TRUST, ...more })

describe("a webhook on the wire", () => {
  it("arrives whole, signed so that the receiver's own library agrees", async () => {
    const receiver = await server((response) => response.writeHead(201).end("thanks"))
    expect(await post(receiver.url)).toMatchObject({ kind: "answered", status: 201, body: "thanks" })
    const [{ headers, body }] = receiver.heard as [(typeof receiver.heard)[0]]
    expect(new Webhook(SECRET).verify(body, headers as Record<string, string>)).toEqual({ a: "ä" })
    expect(headers["webhook-id"]).toBe("msg_1")
    expect(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>)).toThrow()
  })

  it("goes to no address of an own network, by number, by name or by a name that hides it", async () => {
    const receiver = await server((response) => response.end())
    const ways = [
      receiver.url,
      `https://127.0.0.1:${receiver.port}/`,
      `https://2130706433:${receiver.port}/`,
      `https://[::ffff:127.0.0.1]:${receiver.port}/`,
      `https://0.0.0.0:${receiver.port}/`,
      "https://169.254.169.254/latest/meta-data",
      "https://10.0.0.1/",
    ]
    for (const url of ways) {
      const answer = await post(url, { trust: undefined })
      expect([url, answer.kind]).toEqual([url, "refused"])
    }
    expect(receiver.heard).toEqual([])
  })

  it("does not follow where a server sends it", async () => {
    const inside = await server((response) => response.end())
    const outside = await server((response) => response.writeHead(307, { location: inside.url }).end())
    expect(await post(outside.url)).toMatchObject({ kind: "answered", status: 307 })
    expect(inside.heard).toEqual([])
  })

  it("does not believe a certificate that nobody vouches for", async () => {
    const receiver = await server((response) => response.end())
    const answer = await post(receiver.url, { trust: { allowAddresses: TRUST.allowAddresses } })
    expect(answer).toMatchObject({ kind: "unreachable", why: expect.stringContaining("SELF_SIGNED") })
    expect(receiver.heard).toEqual([])
  })

  it("does not wait for a server that never ends its answer, nor read one without end", async () => {
    const slow = await server((response) => void response.write("…"))
    expect(await post(slow.url, { timeoutMs: 300 })).toMatchObject({ kind: "unreachable" })
    const endless = await server((response) => {
      const more = () => response.write("x".repeat(65_536), (error) => !error && more())
      more()
    })
    const { body } = await post(endless.url)
    expect(body).toHaveLength(4096)
  })

  it("is plain http to this machine alone, where the developer allows it", async () => {
    const receiver = await server((response) => response.end(), { isPlain: true })
    expect(await post(receiver.url)).toMatchObject({ status: 200 })
    expect(await post(receiver.url, { trust: undefined })).toMatchObject({ kind: "refused" })
  })
})
