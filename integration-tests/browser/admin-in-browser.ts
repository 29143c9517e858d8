import type { Browser, Page } from "playwright-core"
import { openBrowser } from "./chromium"
import { LOGIN, openStore, type Store } from "./store"

/** The admin as its owner sees it after the login. */
export type OpenAdmin = {
  store: Store
  page: Page
  /** What must never happen, since the last look: an error in a page, an answer of 500 and more. */
  failures: string[]
  /** Those, and what a page without mistakes of its reader has none of: refusals, errors on the console. */
  complaints: string[]
  close(): Promise<void>
}

/** Before the first page Vite bundles the dashboard, which takes its time; a machine that does other things is slow, too. */
const PATIENCE_MS = 240_000

/** One store, one bundle and one browser for all walks: they cost more than the walking. */
export async function openAdmin(): Promise<OpenAdmin> {
  const [store, browser] = await Promise.all([openStore(), openBrowser()])
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" })).newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await logIn(page, store)
  const failures: string[] = []
  const complaints: string[] = []
  listen(page, { failures, complaints })
  return { store, page, failures, complaints, close: () => closeAll(browser, store) }
}

async function logIn(page: Page, store: Store): Promise<void> {
  await page.goto(`${store.url}/app/login`)
  await page.fill("input[name=email]", LOGIN.email)
  await page.fill("input[name=password]", LOGIN.password)
  await page.click("button[type=submit]")
  await page.waitForURL((url) => !url.pathname.includes("login"))
  await page.goto(`${store.url}/app/mailroom`)
}

function listen(page: Page, { failures, complaints }: Pick<OpenAdmin, "failures" | "complaints">): void {
  page.on("pageerror", (error) => {
    failures.push(`${page.url()}: ${error.message}`)
  })
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(`${page.url()}: ${line.text()}`)
  })
  page.on("response", (answer) => {
    const line = `${answer.request().method()} ${answer.url()}: ${answer.status()}`
    if (answer.status() >= 500) failures.push(line)
    else if (answer.status() >= 400) complaints.push(line)
  })
}

async function closeAll(browser: Browser, store: Store): Promise<void> {
  await browser.close()
  await store.close()
}

/** By the menu, because a click does not load the whole dashboard again. */
export async function openFromMenu(page: Page, address: string): Promise<void> {
  await page.locator(`nav a[href="${address}"]`).locator("visible=true").first().click()
}

/** Every card has its answer: nothing on the page says any more that it is busy. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null)
}

/** Looks until it is so; the time is only against waiting for ever. */
export async function until(isDone: () => boolean | Promise<boolean>, milliseconds = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`It did not come about within ${milliseconds / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
