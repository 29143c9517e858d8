import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { actorOf } from "../../src/api/admin/mailroom/call"
import { rightFor, ROUTE_RIGHTS } from "../../src/api/admin/mailroom/rights"

const ROOT = path.join(__dirname, "../../src/api/admin/mailroom")

/** Every exported method of every route file, as the router sees it. */
function routesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return routesOf(full)
    if (entry.name !== "route.ts") return []
    const url = `/${path.relative(ROOT, folder)}`.replace(/\[(\w+)\]/g, ":$1")
    const methods = readFileSync(full, "utf8").matchAll(
      /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g,
    )
    return [...methods].map(([, method]) => `${method} ${url}`)
  })
}

describe("the table of rights (F25)", () => {
  it("names every route that exists, and no other", () => {
    expect(ROUTE_RIGHTS.map(([method, url]) => `${method} ${url}`).sort()).toEqual(routesOf(ROOT).sort())
  })

  it("lets nobody change anything with the right to see", () => {
    const harmless = [
      "/readiness/check",
      "/custom-actions/:id/try",
      "/segments/preview",
      "/segments/explain",
      "/content/preview",
      "/content/lint",
      // Of one's own task; somebody else's is refused by the route itself.
      "/tasks/:id/settle",
      "/automations/:id/replay",
      "/automations/:id/replay/cancel",
      "/automations/preview-text",
    ]
    const changing = ROUTE_RIGHTS.filter(([method, url]) => method !== "GET" && !harmless.includes(url))
    for (const [, , right] of changing) expect(["edit", "send", "mail_out"]).toContain(right)
  })

  it("asks for the right to send wherever mail goes out", () => {
    const sending = ROUTE_RIGHTS.filter(
      ([method, url]) =>
        method === "POST" && /\/(send|send-test-mail|resend|resume|schedule|confirm-live-shop)$/.test(url),
    )
    for (const [, , right] of sending) expect(right).toBe("send")
  })

  it("finds a fixed segment before a parameter, and nothing for an unknown path", () => {
    expect(rightFor("GET", "/outbox/ask")).toBe("see")
    expect(rightFor("POST", "/outbox/123/resend")).toBe("send")
    expect(rightFor("POST", "/outbox/123/resend/")).toBe("send")
    expect(rightFor("GET", "/outbox/1/2/3")).toBeNull()
    expect(rightFor("PUT", "/settings")).toBeNull()
  })
})

describe("who asks", () => {
  const actor = (actor_type: string, actor_id = "id_1") =>
    actorOf({ auth_context: { actor_type, actor_id, auth_identity_id: "", app_metadata: {}, user_metadata: {} } })

  it("is an admin user, or a secret API key with all rights", () => {
    expect(actor("user")).toEqual({ userId: "id_1" })
    expect(actor("api-key")).toEqual({ userId: null })
  })

  it.each(["customer", "unknown", ""])("is never somebody of the kind %p", (kind) => {
    expect(() => actor(kind)).toThrow("admin users and secret API keys")
  })

  it("is nobody when a user's login names no user", () => {
    expect(() => actor("user", "")).toThrow("admin users")
  })
})
