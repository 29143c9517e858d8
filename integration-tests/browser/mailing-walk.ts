import { openFromMenu, until, type OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"
import { walk } from "./chromium"
import { palette, shownMail } from "./editor-hands"

/** Enough to pause amid them; each of them is a mail that this process takes apart. */
const READERS = 5_000
const SLOWLY_PER_SECOND = 100
const SHOWN = READERS.toLocaleString("en")
const SEGMENT = "Met at the fair"
const SUBJECT = "The fair at home"
const NAME = "Fair, all who came"

/** A segment, a mailing to it from the first word to the last recipient, and what became of each of them. */
export function walkMailing(admin: () => OpenAdmin): void {
  describe("a mailing", () => {
    const page = () => admin().page
    const inbox = () => admin().store.inbox
    const arrived = () => inbox().mails.filter(({ subject }) => subject === SUBJECT)
    const open = (address: string) => openFromMenu(page(), `/app/mailroom${address}`)
    const choose = async (box: string, option: string | RegExp) => {
      await page().getByRole("combobox", { name: box }).click()
      await page().getByRole("option", { name: option }).click()
    }

    beforeAll(async () => {
      if (!admin()) return
      await page().setViewportSize({ width: 1440, height: 2800 })
      await admin().store.sql(VISITORS, [READERS])
      admin().complaints.length = 0
    })
    afterAll(() => admin()?.page.setViewportSize({ width: 1440, height: 900 }))

    walk("makes a segment by a rule in words, and counts who is in it", async () => {
      await open("/segments")
      await page().getByRole("button", { name: "New segment" }).first().click()
      const dialog = page().getByRole("dialog")
      await dialog.getByLabel("Name").fill(SEGMENT)
      await dialog.getByRole("button", { name: "New segment" }).click()
      await page().getByRole("button", { name: "Add a condition" }).click()
      await page().getByRole("menuitem", { name: "Tag", exact: true }).click()
      await page().getByLabel("Tags").fill("walked-by")
      await page().getByText("Everybody who has the tag “walked-by”.").waitFor()
      await page().getByText(`${SHOWN} people`).waitFor()
      await page().getByRole("button", { name: "Save" }).click()
      await page().getByText("Not saved yet").waitFor({ state: "detached" })
    })

    walk("composes a mail to that segment, and counts who gets it", async () => {
      await open("/newsletters")
      await page().getByRole("button", { name: "New newsletter" }).first().click()
      await page().getByLabel("Subject").fill(SUBJECT)
      await choose("Kind", "Targeted")
      await page().getByRole("button", { name: "Write it" }).click()
      await palette(page()).getByRole("button", { name: "Heading" }).click()
      await page().getByRole("textbox", { name: "Words" }).fill("What you missed")
      await palette(page()).getByRole("button", { name: "Button", exact: true }).click()
      await page().getByLabel("Label", { exact: true }).fill("See it")
      await page().getByLabel("Leads to", { exact: true }).fill("https://shop.example/fair")
      await choose("Segments and lists", new RegExp(`^${SEGMENT}`))
      // Letter by letter: a page that is drawn late must not take any of them back.
      const name = page().getByLabel("Name", { exact: true })
      await name.pressSequentially(NAME)
      expect(await name.inputValue()).toBe(NAME)
      await page().getByText("All saved").waitFor()
      await shownMail(page()).getByText("What you missed").waitFor()
      await page().getByText(`${SHOWN} people would get it`).first().waitFor()
    })

    walk("checks the mails of all of them, and sends a test", async () => {
      await page().getByRole("button", { name: "Check everybody’s mail" }).click()
      await page().locator("[data-preflight=done]").getByText(`All ${SHOWN} mails are in order.`).waitFor()
      await page().getByRole("button", { name: "Send a test" }).click()
      await page().getByLabel("Send the test to").fill("tester@example.com")
      await page().getByRole("dialog").getByRole("button", { name: "Send a test" }).click()
      await until(() => inbox().to("tester@example.com").length > 0)
      expect(inbox().to("tester@example.com")[0]!.html).toContain("What you missed")
      await page().getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click()
      await page().getByRole("button", { name: "I have opened it" }).click()
      await page().getByText("A test was sent since the last change, and somebody has opened it.").waitFor()
      inbox().clear()
    })

    walk("sends it after the number was typed, pauses, resumes, and everybody gets it once", async () => {
      await throttle(SLOWLY_PER_SECOND)
      await page().getByRole("button", { name: "Send now" }).click()
      const sure = page().getByRole("alertdialog")
      await sure.getByRole("textbox").fill(String(READERS))
      await sure.getByRole("button", { name: "Send now" }).click()

      // So many that a bar of whole percents shows them.
      await until(() => arrived().length > READERS / 50)
      await page().getByRole("button", { name: "Pause" }).click()
      await page().getByRole("button", { name: "Resume" }).waitFor()
      const bar = page().getByRole("progressbar", { name: "Progress" })
      await until(async () => Number(await bar.getAttribute("aria-valuenow")) > 0)
      expect(arrived().length).toBeLessThan(READERS)

      await throttle(null)
      await oneLookTooEarly()
      await page().getByRole("button", { name: "Resume" }).click()
      await page().getByText("Everything is settled.").waitFor()
      const to = arrived()
        .flatMap(({ envelopeTo }) => envelopeTo)
        .filter((address) => address.startsWith("visitor"))
      expect([to.length, new Set(to).size]).toEqual([READERS, READERS])
    })

    walk("reads the report down to one person and the mail that she got", async () => {
      // A notice on which the mouse rests stays, and it lies over the buttons.
      await page().mouse.move(10, 900)
      await page().getByRole("link", { name: "Report", exact: true }).click()
      await page().getByText(`of ${SHOWN} planned`).waitFor()
      await page().getByRole("searchbox", { name: "Search by e-mail address" }).fill("visitor77@example.com")
      await page()
        .getByRole("row", { name: /visitor77@example\.com/ })
        .click()
      await page().getByText("What the receiving server said").waitFor()
      await page().frameLocator("iframe").getByText("What you missed").waitFor()
      expect(admin().complaints.filter((line) => !line.includes("net::ERR_"))).toEqual([])
    })

    /** The next look at the progress is answered when the page knows by another way that the mailing is over. */
    async function oneLookTooEarly(): Promise<void> {
      const isOver = page().waitForResponse(async (answer) => {
        if (!/\/mailings\/\w+$/.test(answer.url())) return false
        const { mailing } = (await answer.json()) as { mailing: { state: string } }
        return mailing.state === "sent"
      })
      await page().route(
        "**/progress",
        async (route) => {
          const response = await route.fetch()
          await isOver
          await route.fulfill({ response })
        },
        { times: 1 },
      )
    }

    async function throttle(perSecond: number | null): Promise<void> {
      await ask(page(), `${admin().store.url}/admin/mailroom/settings`, { data: { throttle: { perSecond } } })
    }
  })
}

/** People who agreed and have a tag in common; made by hand they would take longer than the walk. */
const VISITORS = `
  WITH visitor AS (
    SELECT mailroom.uuidv7() AS contact_id, mailroom.uuidv7() AS address_id, 'visitor' || n || '@example.com' AS email
    FROM generate_series(1, $1::int) n
  ), people AS (
    INSERT INTO mailroom.contact (id, source, tags, last_interaction_at)
    SELECT contact_id, 'walk', '{walked-by}', mailroom.now() FROM visitor
  )
  INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing, marketing_since)
  SELECT address_id, contact_id, email, email, 'example.com', sha256(email::bytea), 'subscribed', mailroom.now() FROM visitor`
