import { openFromMenu, until, type OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"
import { walk } from "./chromium"
import { card, palette, readingOf, shownMail } from "./editor-hands"
import { beginByMouse, BLOCKS, buildByKeyboard, buildByMouse } from "./letter-of-blocks"
import { shopShelf } from "./shop-shelf"

const RECEIPT = "mtpl_order_receipt"
const ELSEWHERE = "Saved in another tab"
const OWN_HEADING = "Thanks, it is on our bench"

/** A letter of every block by mouse and by keyboard alone; the receipt edited, published and taken back. */
export function walkEditor(admin: () => OpenAdmin): void {
  describe("the editor", () => {
    const page = () => admin().page

    beforeAll(async () => {
      if (!admin()) return
      // Tall enough for the whole letter: nothing scrolls under the mouse.
      await page().setViewportSize({ width: 1440, height: 2800 })
      await shopShelf(admin()).stock("Workshop lamp")
      await shopShelf(admin()).takeOrder("buyer@example.com")
      admin().complaints.length = 0
    })
    afterAll(() => admin()?.page.setViewportSize({ width: 1440, height: 900 }))

    /** But for pictures at addresses that a letter names and that are not there. */
    const withoutComplaint = () => expect(admin().complaints.filter((line) => !line.includes("net::ERR_"))).toEqual([])

    walk("makes a newsletter of every block by mouse, and what is received is what the preview showed", async () => {
      await newsletters()
      await beginByMouse(page(), "Made by mouse")
      await buildByMouse(page())
      expect(await typesOnPage()).toEqual([...BLOCKS.map(([, type]) => type)].sort())
      await shownMail(page()).getByText("Written by hand.").waitFor()
      await shownMail(page()).getByText("Workshop lamp").first().waitFor()
      await saved()
      await sendTest("mouse@example.com")
      await expectReceivedAsShown("mouse@example.com")
      withoutComplaint()
    })

    walk("makes it again without a mouse", async () => {
      await newsletters()
      await buildByKeyboard(page(), "Made by keyboard")
      expect(await typesOnPage()).toEqual([...BLOCKS.map(([, type]) => type)].sort())
      await shownMail(page()).locator("strong", { hasText: "By keys." }).waitFor()
      withoutComplaint()
    })

    walk("takes back and does again what was done", async () => {
      await card(page(), "coupon").hover()
      await card(page(), "coupon").getByRole("button", { name: "Remove Coupon" }).click()
      await card(page(), "coupon").waitFor({ state: "detached" })
      await page().keyboard.press("ControlOrMeta+z")
      await card(page(), "coupon").getByText("A tenth off").waitFor()
      await page().getByRole("button", { name: "Redo" }).click()
      await card(page(), "coupon").waitFor({ state: "detached" })
      withoutComplaint()
    })

    walk("never overwrites what somebody else has saved of a newsletter meanwhile", async () => {
      await saved()
      const route = `${admin().store.url}/admin/mailroom/mailings/${page().url().split("/").at(-1)}`
      const { mailing } = await ask(page(), route)
      await ask(page(), route, { data: { revision: mailing.revision, subject: ELSEWHERE } })
      await isToldOfTheOther()
    })

    walk("edits the receipt's words and logo, looks at a real order and publishes it", async () => {
      await until(async () => (await ordersToShow()) > 0)
      await openFromMenu(page(), "/app/mailroom/store-emails")
      await page().locator("[data-template=order_receipt] a").click()
      await page().getByRole("link", { name: "Edit the mail" }).click()
      await palette(page()).waitFor()

      await card(page(), "logo").first().locator("[data-block-head]").click()
      await card(page(), "logo").first().getByRole("button", { name: "Another logo in this letter" }).click()
      await page()
        .getByRole("dialog")
        .getByRole("button", { name: /A red lamp/ })
        .first()
        .click()
      // The owner's copy has a heading of its own above this one.
      const id = await card(page(), "heading")
        .filter({ hasText: "Thank you for your order" })
        .getAttribute("data-block-id")
      const heading = page().locator(`[data-block-id="${id}"]`)
      await heading.locator("[data-block-head]").click()
      await heading.getByRole("textbox", { name: "Words" }).fill(OWN_HEADING)

      await page().getByRole("button", { name: "Made-up data" }).click()
      await page().getByRole("button", { name: /^#1/ }).click()
      await shownMail(page()).getByText(OWN_HEADING).waitFor()
      await shownMail(page()).getByText("#1", { exact: false }).first().waitFor()
      expect((await readingOf(shownMail(page()))).pictures[0]).toContain("lamp")

      await saved()
      await sendTest("receipt@example.com")
      await expectReceivedAsShown("receipt@example.com")
      await page().getByRole("button", { name: "Publish" }).click()
      await page().getByText("Edited by you").waitFor()
      withoutComplaint()
    })

    walk("tells a second tab that the receipt was changed meanwhile", async () => {
      const other = await page().context().newPage()
      other.setDefaultTimeout(240_000)
      await other.goto(page().url())
      await other.getByLabel("Subject").fill(ELSEWHERE)
      await other.getByText("All saved").waitFor()
      await other.close()
      await isToldOfTheOther()
      await more("Throw the draft away")
      await page().getByText("Edited by you").waitFor()
      withoutComplaint()
    })

    walk("shows what an update of Mailroom changed in the edited receipt, beside the owner's words", async () => {
      await updateReceipt("Your order has reached us")
      await page().reload()
      await page().getByRole("button", { name: "See what changed" }).click()
      const change = page().getByRole("listitem").filter({ hasText: "Your order has reached us" })
      await change.getByText(OWN_HEADING).waitFor()
      const keep = page().getByRole("button", { name: "Keep mine" })
      await keep.click()
      await keep.waitFor({ state: "detached" })
      await card(page(), "heading").filter({ hasText: OWN_HEADING }).waitFor()
    })

    walk("resets the receipt to the words of that update", async () => {
      await more("Reset to Mailroom's own")
      await card(page(), "heading").filter({ hasText: "Your order has reached us" }).waitFor()
      await page().getByText("As Mailroom ships it").waitFor()
      await card(page(), "heading").filter({ hasText: OWN_HEADING }).waitFor({ state: "detached" })
      withoutComplaint()
    })

    async function newsletters(): Promise<void> {
      await openFromMenu(page(), "/app/mailroom/newsletters")
      await page().getByRole("button", { name: "New newsletter" }).first().waitFor()
    }

    const saved = () => page().getByText("All saved").waitFor()

    /** What is typed here is refused, and the other one's words are one click away. */
    async function isToldOfTheOther(): Promise<void> {
      await page().getByLabel("Subject").fill("Of this tab")
      await page().getByText("Changed elsewhere").waitFor()
      expect(admin().complaints.splice(0)).toContainEqual(expect.stringMatching(/^POST .*: 409$/))
      await page().getByRole("button", { name: "Load the other version" }).click()
      // The browser asks whether to leave; the answer is yes.
      await page().getByLabel("Subject").getByText(ELSEWHERE).waitFor()
    }

    async function more(what: string): Promise<void> {
      await page().getByRole("button", { name: "More" }).click()
      await page().getByRole("menuitem", { name: what }).click()
      await page().getByRole("alertdialog").getByRole("button", { name: what }).click()
    }

    /** What the first start of a newer Mailroom leaves behind: a version whose heading says something else. */
    async function updateReceipt(heading: string): Promise<void> {
      await admin().store.sql(
        `WITH shipped AS (
           INSERT INTO mailroom.template_version (template_id, number, document, digest, content_digest, created_by)
           SELECT t.id, v.number + 100, replace(v.document::text, 'Thank you for your order', $2)::jsonb, v.digest,
             sha256(convert_to($2, 'UTF8')), v.created_by
           FROM mailroom.template t JOIN mailroom.template_version v ON v.id = t.builtin_version_id WHERE t.id = $1
           RETURNING id, template_id),
         compiled AS (
           INSERT INTO mailroom.compiled_template
           SELECT (jsonb_populate_record(c, jsonb_build_object('version_id', s.id))).*
           FROM shipped s JOIN mailroom.template t ON t.id = s.template_id
           JOIN mailroom.compiled_template c ON c.version_id = t.builtin_version_id)
         UPDATE mailroom.template t SET builtin_version_id = s.id FROM shipped s WHERE t.id = s.template_id`,
        [RECEIPT, heading],
      )
    }

    /** Mailroom hears of the order a moment after it was taken. */
    async function ordersToShow(): Promise<number> {
      const { subjects } = await ask(page(), `${admin().store.url}/admin/mailroom/content/subjects?for=order_receipt`)
      return subjects.length
    }

    async function typesOnPage(): Promise<string[]> {
      const types = await page()
        .locator("[data-block]")
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.block!))
      return types.sort()
    }

    async function sendTest(to: string): Promise<void> {
      await page().getByRole("button", { name: "Send a test" }).click()
      await page().getByLabel("Send the test to").fill(to)
      await page().getByRole("dialog").getByRole("button", { name: "Send a test" }).click()
      await page().getByRole("link", { name: "Watch it in the Outbox" }).waitFor()
      await page().getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click()
      await until(() => admin().store.inbox.to(to).length > 0)
    }

    /** Read side by side as a person would: the same words, the same pictures in the same order. */
    async function expectReceivedAsShown(to: string): Promise<void> {
      const mailProgram = await page().context().newPage()
      await mailProgram.setContent(admin().store.inbox.to(to)[0]!.html!)
      const received = await readingOf(mailProgram.locator("body"))
      await mailProgram.close()
      // The preview follows the typing after a pause, and on a busy machine after a longer one.
      const shown = async () => readingOf(shownMail(page()))
      await until(async () => JSON.stringify(await shown()) === JSON.stringify(received), 120_000).catch(
        () => undefined,
      )
      expect(await shown()).toEqual(received)
    }
  })
}
