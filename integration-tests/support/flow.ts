import path from "node:path"
import type { AxiosInstance } from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { heardEvents } from "./heard-events"
import { openInboxNow, type Inbox, type ReceivedMail } from "./inbox"
import { openStorefront, type Storefront } from "./storefront"

export const SHOP_URL = "https://shop.example.com"
export const OWNER_ADDRESS = "owner@example.com"

/** One test's store: booted, stocked, with a real SMTP server behind it and loops that run when told to. */
export type Flow = {
  container: MedusaContainer
  inbox: Inbox
  shop: Storefront
  mailroom: Mailroom
  /** Everything that is due is done: triggers, automations, planning, sending. */
  drain(): Promise<void>
  /** The owner's call of the admin API, below /admin/mailroom. */
  owner(method: "GET" | "POST" | "DELETE", route: string, body?: unknown): Promise<Record<string, never>>
  /** A visitor's or a mail program's call of a link in a mail; redirects are not followed. */
  visit(
    url: string,
    request?: { method?: string; data?: string | FormData; headers?: Record<string, string> },
  ): Promise<{ status: number; headers: Record<string, string>; data: string }>
  emit(name: string, data: Record<string, unknown>): Promise<void>
  /** SQL on the shop's own database: only to make time pass for the shop, or to lose an event. */
  shopSql(text: string): Promise<void>
}

/** Boots the repo as a store whose mails go to a real SMTP server, and calls `tests` with a getter of the current test's store. */
export function describeFlow(tests: (flow: () => Flow) => void): void {
  const inbox = openInboxNow()
  // A store's configuration is read at boot: everything it needs stands in the environment before.
  Object.assign(process.env, {
    MAILROOM_RUNTIME: "manual",
    MAILROOM_ADMIN: "off",
    MAILROOM_ENVIRONMENT: "development",
    MAILROOM_SMTP_URL: inbox.url,
    MAILROOM_BASE_URL: SHOP_URL,
    MAILROOM_SETTINGS: JSON.stringify(shopSettings),
  })
  medusaIntegrationTestRunner({
    cwd: path.join(__dirname, "../.."),
    inApp: true,
    testSuite: ({ getContainer, api }) => {
      let flow: Flow
      afterAll(() => inbox.close())
      beforeEach(async () => {
        inbox.clear()
        flow = await openFlow(getContainer(), api as unknown as AxiosInstance, inbox)
      })
      tests(() => flow)
    },
  })
}

const shopSettings = {
  schedule: { undoSeconds: 0 },
  general: {
    baseUrl: SHOP_URL,
    storefrontUrl: SHOP_URL,
    cartUrlPattern: `${SHOP_URL}/cart?id={cart_id}`,
  },
  owner: { addresses: [OWNER_ADDRESS] },
  sender: {
    name: "Nordhain",
    from_name: "Nordhain",
    from_email: "shop@example.com",
    marketing_from_email: "news@example.com",
    reply_to: "hello@example.com",
    postal_address: "Nordhain, Speicherstr. 1, 20457 Hamburg",
    is_default: true,
  },
}

async function openFlow(container: MedusaContainer, api: AxiosInstance, inbox: Inbox): Promise<Flow> {
  const shop = await openStorefront(container, api)
  const service = container.resolve("mailroom") as unknown as { mailroom: Mailroom; drain(): Promise<void> }
  const heard = heardEvents(container)
  // The runner gives each test a database fresh from the migrations: the loops publish the templates into it.
  await service.drain()
  return {
    container,
    inbox,
    shop,
    mailroom: service.mailroom,
    drain: async () => {
      await heard()
      await service.drain()
    },
    owner: async (method, route, data) => {
      const answer = await api.request({
        method,
        url: `/admin/mailroom/${route}`,
        data,
        ...shop.owner,
        validateStatus: () => true,
      })
      if (answer.status >= 400)
        throw new Error(`${method} ${route} answered ${answer.status}: ${JSON.stringify(answer.data)}`)
      return answer.data
    },
    visit: async (url, request = {}) => {
      const answer = await api.request({
        url: url.replace(SHOP_URL, ""),
        maxRedirects: 0,
        validateStatus: () => true,
        responseType: "text",
        ...request,
        headers: { "user-agent": HUMAN, ...request.headers },
      })
      return { status: answer.status, headers: answer.headers as Record<string, string>, data: answer.data as string }
    },
    emit: (name, data) => container.resolve(Modules.EVENT_BUS).emit({ name, data }),
    shopSql: async (text) => {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text)
    },
  }
}

const HUMAN =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"

export const headerOf = (mail: ReceivedMail, name: string): string | undefined =>
  mail.headers.find(({ key }) => key === name.toLowerCase())?.value

/** The first address in the mail's HTML whose path begins so. */
export function linkOf(mail: ReceivedMail, pathStart: string): string {
  const found = [...(mail.html ?? "").matchAll(/(?:href|src)="([^"]+)"/g)]
    .map(([, url]) => url!.replaceAll("&amp;", "&"))
    .find((url) => url.startsWith(`${SHOP_URL}${pathStart}`))
  if (!found) throw new Error(`The mail "${mail.subject}" has no link to ${pathStart}`)
  return found
}
