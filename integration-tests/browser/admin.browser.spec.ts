import type { Browser, Page } from "playwright-core"
import { chromiumPath, openBrowser } from "./chromium"
import { LOGIN, openStore, type Store } from "./store"

/** Heading and address; opened from the menu, because a click does not load the whole dashboard again. */
const PAGES = [
  ["Mailroom", "/app/mailroom"],
  ["Newsletters", "/app/mailroom/newsletters"],
  ["Mailing reports", "/app/mailroom/reports"],
  ["Store e-mails", "/app/mailroom/store-emails"],
  ["Templates", "/app/mailroom/templates"],
  ["Custom actions", "/app/mailroom/custom-actions"],
  ["Outbox", "/app/mailroom/outbox"],
  ["Contacts", "/app/mailroom/contacts"],
  ["Settings", "/app/mailroom/settings"],
] as const
const READER = "reader@example.com"

const walk = chromiumPath ? it : it.skip
if (!chromiumPath)
  process.stderr.write(
    "SKIPPED: the browser walk of the admin. There is no Chromium here; install one or name it by MAILROOM_CHROMIUM.\n",
  )

describe("the admin, in a browser", () => {
  let store: Store
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    if (!chromiumPath) return
    ;[store, browser] = await Promise.all([openStore(), openBrowser()])
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" })).newPage()
    // Before the first page Vite bundles the dashboard, which takes its time.
    page.setDefaultTimeout(90_000)
  }, 420_000)

  afterAll(async () => {
    await browser?.close()
    await store?.close()
  }, 30_000)

  walk(
    "logs the owner in",
    async () => {
      await page.goto(`${store.url}/app/login`)
      await page.fill("input[name=email]", LOGIN.email)
      await page.fill("input[name=password]", LOGIN.password)
      await page.click("button[type=submit]")
      await page.waitForURL((url) => !url.pathname.includes("login"))
      page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`))
      page.on("console", (line) => {
        if (line.type() === "error") errors.push(`${page.url()}: ${line.text()}`)
      })
      page.on("response", (answer) => {
        if (answer.status() >= 400) errors.push(`${answer.request().method()} ${answer.url()}: ${answer.status()}`)
      })
    },
    120_000,
  )

  walk.each(PAGES)(
    "opens %s without an error",
    async (heading, address) => {
      errors.length = 0
      await openFromMenu(page, address)
      await page.getByRole("heading", { level: 1, name: heading }).waitFor()
      await settled(page)
      expect(await page.getByRole("alert").allInnerTexts()).toEqual([])
      expect(errors).toEqual([])
    },
    90_000,
  )

  walk(
    "writes a newsletter, sees it in the preview and sends a test that arrives",
    async () => {
      errors.length = 0
      await openFromMenu(page, "/app/mailroom/newsletters")
      await page.getByRole("button", { name: "New newsletter" }).first().click()
      await page.getByLabel("Subject").fill("Autumn lights")
      await page.getByRole("combobox", { name: "Topic" }).click()
      await page.getByRole("option", { name: /^Newsletters/ }).click()
      await page.getByRole("button", { name: "Write it" }).click()

      await page.getByRole("group", { name: "Blocks" }).getByRole("button", { name: "Heading" }).click()
      await page.getByRole("textbox", { name: "Words" }).fill("The days are getting shorter")
      await page.getByText("All saved").waitFor()
      await page.frameLocator("iframe").getByText("The days are getting shorter").waitFor()

      await page.getByRole("button", { name: "Send a test" }).click()
      await page.getByLabel("Send the test to").fill(READER)
      await page.getByRole("dialog").getByRole("button", { name: "Send a test" }).click()
      await page.getByRole("link", { name: "Watch it in the Outbox" }).waitFor()
      await until(() => store.inbox.to(READER).length > 0, 90_000)
      expect(store.inbox.to(READER)[0]!.html).toContain("The days are getting shorter")
      expect(errors).toEqual([])
    },
    90_000,
  )

  walk(
    "finds that test in the Outbox, with its body and the server's reply",
    async () => {
      errors.length = 0
      await page.goto(`${store.url}/app/mailroom/outbox?q=${READER}`)
      await page.getByRole("row", { name: new RegExp(READER) }).click()
      await page.getByText("What the receiving server said").waitFor()
      await page.frameLocator("iframe").getByText("The days are getting shorter").waitFor()
      expect(errors).toEqual([])
    },
    60_000,
  )
})

async function openFromMenu(page: Page, address: string): Promise<void> {
  await page.locator(`nav a[href="${address}"]`).locator("visible=true").first().click()
}

/** Every card has its answer: nothing on the page says any more that it is busy. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null)
}

async function until(isDone: () => boolean, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!isDone()) {
    if (Date.now() > deadline) throw new Error(`Nothing arrived within ${milliseconds / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
