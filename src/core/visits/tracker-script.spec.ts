import { createContext, runInContext } from "node:vm"
import { TRACKER_SCRIPT } from "./tracker-script"

type Sent = { url: string; body: { visitor: string; pages: { path: string; product?: string }[] }; key: string }

/** As much of a browser as the script asks for. */
function aBrowser({
  href = "https://store.example/at/products/boots",
  dataset = {} as Record<string, string>,
  navigator = {} as Record<string, unknown>,
  stored = null as string | null,
  answer = { visitor: "known" } as object,
}) {
  const storage = new Map<string, string>(stored ? [["mailroom_visitor", stored]] : [])
  const sent: Sent[] = []
  const waiting: (() => void)[] = []
  const listeners = new Map<string, () => void>()
  const go = (to: string) => {
    const url = new URL(to, location.href)
    Object.assign(location, { href: url.href, pathname: url.pathname })
  }
  const location = { href, pathname: new URL(href).pathname }
  // any: as loose as a browser's own window
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const window: Record<string, any> = {
    location,
    localStorage: {
      getItem: (name: string) => storage.get(name) ?? null,
      setItem: (name: string, value: string) => void storage.set(name, value),
      removeItem: (name: string) => void storage.delete(name),
    },
    history: {
      state: { next: 1 },
      pushState: (_state: unknown, _title: string, to: string) => go(to),
      replaceState: (_state: unknown, _title: string, to: string) => go(to),
    },
    addEventListener: (name: string, listener: () => void) => void listeners.set(name, listener),
    setTimeout: (work: () => void) => void waiting.push(work),
    fetch: async (url: string, init: { body: string; headers: Record<string, string> }) => {
      sent.push({ url, body: JSON.parse(init.body), key: init.headers["x-publishable-api-key"]! })
      return { ok: true, json: async () => answer }
    },
  }
  const document = { currentScript: { src: "https://shop.example/mailroom/t.js", dataset }, querySelector: () => null }
  runInContext(TRACKER_SCRIPT, createContext({ window, document, navigator, location, URL }))
  const settle = async () => {
    for (const work of waiting.splice(0)) work()
    await new Promise(setImmediate)
  }
  return { window, location, storage, sent, settle }
}

const ARRIVED = "https://store.example/at/products/boots?mr=TOKEN&size=42"

describe("the storefront's script", () => {
  it("is under 3 KB", () => {
    expect(Buffer.byteLength(TRACKER_SCRIPT)).toBeLessThan(3 * 1024)
  })

  it("sends nothing about somebody whom nobody knows", async () => {
    const { sent, settle } = aBrowser({})
    await settle()
    expect(sent).toEqual([])
  })

  it("knows who came by a mail's link, and takes the token out of the address", async () => {
    const { sent, settle, location, storage } = aBrowser({ href: ARRIVED, dataset: { key: "pk_1" } })
    await settle()
    expect(location.href).toBe("https://store.example/at/products/boots?size=42")
    expect(storage.get("mailroom_visitor")).toBe("TOKEN")
    expect(sent).toEqual([
      {
        url: "https://shop.example/store/mailroom/visits",
        key: "pk_1",
        body: { visitor: "TOKEN", pages: [{ path: "/at/products/boots" }] },
      },
    ])
  })

  it("sees each page once while the storefront changes it without loading", async () => {
    const { window, sent, settle } = aBrowser({ stored: "TOKEN" })
    await settle()
    window.history.pushState(null, "", "/at/store")
    window.history.pushState(null, "", "/at/store")
    await settle()
    expect(sent.map(({ body }) => body.pages[0]!.path)).toEqual(["/at/products/boots", "/at/store"])
  })

  it("knows the logged-in customer by the token that the storefront gives it", async () => {
    const { sent, settle } = aBrowser({ dataset: { visitor: "LOGIN" } })
    await settle()
    expect(sent[0]!.body.visitor).toBe("LOGIN")
  })

  it.each([
    { dataset: { consent: "wait" } },
    { navigator: { globalPrivacyControl: true } },
    { navigator: { doNotTrack: "1" } },
  ])("keeps and sends nothing without consent: %j", async (browser) => {
    const { sent, settle, storage, location } = aBrowser({ href: ARRIVED, ...browser })
    await settle()
    expect([sent, storage.size, location.href]).toEqual([[], 0, "https://store.example/at/products/boots?size=42"])
  })

  it("begins when the storefront's banner was answered with yes, and forgets at a no", async () => {
    const { window, sent, settle, storage } = aBrowser({ href: ARRIVED, dataset: { consent: "wait" } })
    await settle()
    window.mailroom.consent(true)
    await settle()
    expect([sent.length, storage.get("mailroom_visitor")]).toEqual([1, "TOKEN"])
    window.mailroom.consent(false)
    window.mailroom.view()
    await settle()
    expect([sent.length, storage.size]).toEqual([1, 0])
  })

  it("forgets whom the server does not know any more", async () => {
    const { settle, storage } = aBrowser({ stored: "OLD", answer: { visitor: "unknown" } })
    await settle()
    expect(storage.size).toBe(0)
  })

  it("says which product is shown where the address does not", async () => {
    const { window, sent, settle } = aBrowser({ stored: "TOKEN" })
    await settle()
    window.mailroom.view({ product: "prod_1" })
    await settle()
    expect(sent[1]!.body.pages).toEqual([{ path: "/at/products/boots", product: "prod_1" }])
  })
})
