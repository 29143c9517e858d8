import { openFromMenu, settled, until, type OpenAdmin } from "./admin-in-browser"
import { walk } from "./chromium"

/** Heading and address. */
const PAGES = [
  ["Mailroom", "/app/mailroom"],
  ["Newsletters", "/app/mailroom/newsletters"],
  ["Mailing reports", "/app/mailroom/reports"],
  ["Automations", "/app/mailroom/automations"],
  ["Autoresponders", "/app/mailroom/autoresponders"],
  ["Store e-mails", "/app/mailroom/store-emails"],
  ["Templates", "/app/mailroom/templates"],
  ["Polls", "/app/mailroom/polls"],
  ["Custom actions", "/app/mailroom/custom-actions"],
  ["Tasks", "/app/mailroom/tasks"],
  ["Outbox", "/app/mailroom/outbox"],
  ["Contacts", "/app/mailroom/contacts"],
  ["Settings", "/app/mailroom/settings"],
] as const
const READER = "reader@example.com"

/** Each page of the menu without a complaint; a newsletter from its first word to the inbox and the Outbox. */
export function walkPages(admin: () => OpenAdmin): void {
  describe("the pages", () => {
    beforeEach(() => {
      if (admin()) admin().complaints.length = 0
    })

    walk.each(PAGES)("open: %s", async (heading, address) => {
      const { page, complaints } = admin()
      await openFromMenu(page, address)
      await page.getByRole("heading", { level: 1, name: heading }).waitFor()
      await settled(page)
      expect(await page.getByRole("alert").allInnerTexts()).toEqual([])
      expect(complaints).toEqual([])
    })

    walk("write a newsletter, show it in the preview and send a test that arrives", async () => {
      const { page, store, complaints } = admin()
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
      await until(() => store.inbox.to(READER).length > 0)
      expect(store.inbox.to(READER)[0]!.html).toContain("The days are getting shorter")
      expect(complaints).toEqual([])
    })

    walk("find that test in the Outbox, with its body and the server's reply", async () => {
      const { page, store, complaints } = admin()
      await page.goto(`${store.url}/app/mailroom/outbox?q=${READER}`)
      await page.getByRole("row", { name: new RegExp(READER) }).click()
      await page.getByText("What the receiving server said").waitFor()
      await page.frameLocator("iframe").getByText("The days are getting shorter").waitFor()
      expect(complaints).toEqual([])
    })
  })
}
