import type { Browser, Page } from "playwright-core"
import { chromiumPath, openBrowser } from "./chromium"
import { card, palette, readingOf, shownMail } from "./editor-hands"
import { beginByMouse, BLOCKS, buildByKeyboard, buildByMouse } from "./editor-walk"
import { STOCKED_LOGIN } from "./login"
import { openStore, type Store } from "./store"

/** Only when asked for, MAILROOM_EDITOR_WALK=yes: it stocks a shop and goes through the whole editor, which takes minutes. */
const isWanted = Boolean(chromiumPath) && process.env.MAILROOM_EDITOR_WALK === "yes"
const walk = isWanted ? it : it.skip
/** A machine that does other things as well is slow, not broken: nothing here is measured against the clock. */
const PATIENCE = 900_000

describe("the editor, in a browser", () => {
  let store: Store
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    if (!isWanted) return
    ;[store, browser] = await Promise.all([openStore({ isStocked: true }), openBrowser()])
    // Tall enough for the whole letter: nothing scrolls under the mouse.
    page = await (await browser.newContext({ viewport: { width: 1440, height: 2800 }, locale: "en-US" })).newPage()
    // Before the first page Vite bundles the dashboard, which takes its time.
    page.setDefaultTimeout(300_000)
    await page.goto(`${store.url}/app/login`)
    await page.fill("input[name=email]", STOCKED_LOGIN.email)
    await page.fill("input[name=password]", STOCKED_LOGIN.password)
    await page.click("button[type=submit]")
    await page.waitForURL((url) => !url.pathname.includes("login"))
    await page.goto(`${store.url}/app/mailroom/templates/mtpl_order_receipt`)
    await palette(page).waitFor()
    page.on("pageerror", (error) => errors.push(error.message))
    page.on("response", (answer) => {
      if (answer.status() >= 400 && answer.url().includes("/admin/"))
        errors.push(`${answer.request().method()} ${answer.url()}: ${answer.status()}`)
    })
  }, 900_000)

  afterAll(async () => {
    await browser?.close()
    await store?.close()
  }, 120_000)

  afterEach(() => expect(errors.splice(0)).toEqual([]))

  walk(
    "makes a newsletter of every block by mouse, and what is received is what the preview showed",
    async () => {
      await newsletters()
      await beginByMouse(page, "Made by mouse")
      await buildByMouse(page)
      expect(await typesOnPage()).toEqual([...BLOCKS.map(([, type]) => type)].sort())
      await shownMail(page).getByText("Written by hand.").waitFor()
      await page.getByText("All saved").waitFor()
      await sendTest("mouse@example.com")
      await expectReceivedAsShown("mouse@example.com")
    },
    PATIENCE,
  )

  walk(
    "makes it again without a mouse",
    async () => {
      await newsletters()
      await buildByKeyboard(page, "Made by keyboard")
      expect(await typesOnPage()).toEqual([...BLOCKS.map(([, type]) => type)].sort())
      await shownMail(page).locator("strong", { hasText: "By keys." }).waitFor()
    },
    PATIENCE,
  )

  walk(
    "takes back and does again what was done",
    async () => {
      await card(page, "coupon").hover()
      await card(page, "coupon").getByRole("button", { name: "Remove Coupon" }).click()
      await card(page, "coupon").waitFor({ state: "detached" })
      await page.keyboard.press("ControlOrMeta+z")
      await card(page, "coupon").getByText("A tenth off").waitFor()
      await page.getByRole("button", { name: "Redo" }).click()
      await card(page, "coupon").waitFor({ state: "detached" })
    },
    PATIENCE,
  )

  walk(
    "never overwrites what another tab has saved meanwhile",
    async () => {
      const other = await page.context().newPage()
      await other.goto(page.url())
      await other.getByLabel("Subject").fill("From the other tab")
      await other.getByText("All saved").waitFor()
      await page.getByLabel("Subject").fill("From the first tab")
      await page.getByText("Changed elsewhere").waitFor()
      expect(errors.splice(0)).toEqual([expect.stringMatching(/mailings\/.*: 409$/)])
      await page.getByRole("button", { name: "Load the other version" }).click()
      // The browser asks whether to leave; the answer is yes.
      await page.getByLabel("Subject").getByText("From the other tab").waitFor()
      await other.close()
    },
    PATIENCE,
  )

  walk(
    "edits the receipt's words and logo, looks at a real order and publishes it",
    async () => {
      await until(async () => (await ordersToShow()) > 0, 300_000)
      await page.goto(`${store.url}/app/mailroom/store-emails`)
      await page.locator("[data-template=order_receipt] a").click()
      await page.getByRole("link", { name: "Edit the mail" }).click()
      await palette(page).waitFor()

      await card(page, "logo").first().locator("[data-block-head]").click()
      await card(page, "logo").first().getByRole("button", { name: "Another logo in this letter" }).click()
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /A red lamp/ })
        .first()
        .click()
      // The owner's copy has a heading of its own above this one.
      const id = await card(page, "heading")
        .filter({ hasText: "Thank you for your order" })
        .getAttribute("data-block-id")
      const heading = page.locator(`[data-block-id="${id}"]`)
      await heading.locator("[data-block-head]").click()
      await heading.getByRole("textbox", { name: "Words" }).fill("Thanks, it is on our bench")

      await page.getByRole("button", { name: "Made-up data" }).click()
      await page.getByRole("button", { name: /^#1/ }).click()
      await shownMail(page).getByText("Thanks, it is on our bench").waitFor()
      await shownMail(page).getByText("#1", { exact: false }).first().waitFor()
      expect((await readingOf(shownMail(page))).pictures[0]).toContain("lamp")

      await page.getByText("All saved").waitFor()
      await sendTest("receipt@example.com")
      await expectReceivedAsShown("receipt@example.com")
      await page.getByRole("button", { name: "Publish" }).click()
      await page.getByText("Edited by you").waitFor()
    },
    PATIENCE,
  )

  async function newsletters(): Promise<void> {
    await page.goto(`${store.url}/app/mailroom/newsletters`)
    await page.getByRole("button", { name: "New newsletter" }).first().waitFor()
  }

  /** Mailroom reads the shop's orders by itself, some time after its start. */
  async function ordersToShow(): Promise<number> {
    const answer = await page.request.get(`${store.url}/admin/mailroom/content/subjects?for=order_receipt`)
    const { subjects } = (await answer.json()) as { subjects: unknown[] }
    return subjects.length
  }

  async function typesOnPage(): Promise<string[]> {
    const types = await page
      .locator("[data-block]")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.block!))
    return types.sort()
  }

  async function sendTest(to: string): Promise<void> {
    await page.getByRole("button", { name: "Send a test" }).click()
    await page.getByLabel("Send the test to").fill(to)
    await page.getByRole("dialog").getByRole("button", { name: "Send a test" }).click()
    await page.getByRole("link", { name: "Watch it in the Outbox" }).waitFor()
    await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click()
    await until(() => store.inbox.to(to).length > 0, 300_000)
  }

  /** Read side by side as a person would: the same words, the same pictures in the same order. */
  async function expectReceivedAsShown(to: string): Promise<void> {
    const mailProgram = await page.context().newPage()
    await mailProgram.setContent(store.inbox.to(to)[0]!.html!)
    const received = await readingOf(mailProgram.locator("body"))
    await mailProgram.close()
    // The preview follows the typing after a pause, and on a busy machine after a longer one.
    const shown = async () => readingOf(shownMail(page))
    await until(async () => JSON.stringify(await shown()) === JSON.stringify(received), 120_000).catch(() => undefined)
    expect(await shown()).toEqual(received)
  }
})

async function until(isDone: () => boolean | Promise<boolean>, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`Nothing arrived within ${milliseconds / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
