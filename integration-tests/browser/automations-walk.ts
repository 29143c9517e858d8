import { openFromMenu, until, type OpenAdmin } from "./admin-in-browser"
import { call, entrants } from "./automation-hands"
import { walk } from "./chromium"
import { register } from "./shopper"

const READER = "otto@example.com"
const STEPS = 12

/** From a recipe to a way of twelve steps, through it with one person, to its numbers. */
export function walkAutomations(admin: () => OpenAdmin): void {
  describe("an automation", () => {
    const page = () => admin().page
    const canvas = () => page().getByRole("group", { name: /^The way/ })
    const cards = () => canvas().getByRole("button", { name: /^(?!Put a step here|Undo|Redo|Show all|Larger|Smaller)/ })
    const saved = () => page().getByText("All saved").waitFor()
    const idNow = () => new URL(page().url()).pathname.split("/").at(-1)!
    const read = async () => (await call(admin(), `/automations/${idNow()}`)).automation

    beforeEach(() => {
      if (admin()) admin().complaints.length = 0
    })

    walk("begins with a recipe, which is there in two clicks, off and with its mails", async () => {
      await openFromMenu(page(), "/app/mailroom/automations")
      await page().getByRole("button", { name: "Use this recipe: Welcome series" }).click()
      await page().waitForURL(/automations\/mauto_/)
      await page().getByText("Nothing is missing").waitFor()
      await cards().nth(1).waitFor()
      expect(await read()).toMatchObject({ state: "off", live_version: null, problems: [] })
      expect(admin().complaints).toEqual([])
    })

    walk("is set off by something else, and its first mail is one that everybody gets", async () => {
      await cards().first().click()
      await page().getByRole("button", { name: "Edit" }).click()
      await page().getByRole("button", { name: "A customer registers" }).click()
      await cards().nth(1).click()
      await page().getByRole("combobox", { name: "What kind of mail" }).click()
      await page()
        .getByRole("option", { name: /^Part of a purchase/ })
        .click()
      await until(async () => {
        const { draft } = await read()
        return draft.trigger.kind === "customer.created" && draft.nodes[0].settings.class === "tx"
      })
    })

    walk(`grows to ${STEPS} steps by its “+”; undo and redo go step by step`, async () => {
      const { draft } = await read()
      const missing = STEPS - draft.nodes.length
      for (let n = 0; n < missing; n++) {
        await canvas().getByRole("button", { name: "Put a step here" }).first().click()
        await page()
          .getByRole("button", { name: /^Wait Minutes/ })
          .click()
        await page()
          .getByRole("spinbutton", { name: "How many" })
          .fill(String(n + 2))
      }
      await until(async () => (await cards().count()) === STEPS + 1)
      await canvas().getByRole("button", { name: "Undo" }).click()
      await canvas().getByRole("button", { name: "Undo" }).click()
      await until(async () => (await cards().count()) === STEPS)
      await canvas().getByRole("button", { name: "Redo" }).click()
      await canvas().getByRole("button", { name: "Redo" }).click()
      await until(async () => (await cards().count()) === STEPS + 1)
      await saved()
      await until(async () => (await read()).draft.nodes.length === STEPS)
    })

    walk("names what is missing on the step that lacks it, and is not published until it is there", async () => {
      await cards().nth(1).click()
      await page().getByRole("spinbutton", { name: "How many" }).fill("")
      await page().getByText("1 thing is missing").waitFor()
      await until(async () => (await cards().nth(1).getAttribute("aria-invalid")) === "true")
      await page().getByRole("spinbutton", { name: "How many" }).fill("1")
      await page().getByText("Nothing is missing").waitFor()
    })

    walk("is published and switched on, and takes in who registers from then on", async () => {
      await page().getByRole("button", { name: "Publish" }).click()
      await page().getByRole("dialog").getByRole("button", { name: "Publish" }).click()
      await page().getByText("Version 1").first().waitFor()
      await page().getByRole("button", { name: "Switch on" }).click()
      await page().getByRole("alertdialog").getByRole("button", { name: "Switch on" }).click()
      await until(async () => (await read()).state === "live")
      await register(admin(), READER)
      await until(async () => (await entrants(admin(), idNow())).length === 1)
    })

    walk("brings one person to the end: the mail arrives, the way is lit, the numbers are right", async () => {
      const id = idNow()
      await until(async () => {
        // The waits are over at once: nobody here has days.
        await admin().store.sql(
          "UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE automation_id = $1 AND state IN ('due', 'waiting')",
          [id],
        )
        return (await entrants(admin(), id)).every(({ state }) => state === "done")
      })
      expect(admin().store.inbox.to(READER).length).toBeGreaterThan(0)

      await page().getByRole("tab", { name: "People" }).click()
      await page()
        .getByRole("row", { name: new RegExp(READER) })
        .click()
      await page().getByText(`The way of ${READER}`).waitFor()
      await cards().first().waitFor()
      await openFromMenu(page(), "/app/mailroom/automations")
      const line = page().getByRole("row", { name: /Welcome series/ })
      await line.getByText("Live").waitFor()
      await until(async () => /\b1\b/.test(await line.innerText()))
      expect(admin().complaints).toEqual([])
    })
  })
}
