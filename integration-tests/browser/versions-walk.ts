import { openFromMenu, until, type OpenAdmin } from "./admin-in-browser"
import { call, entrants } from "./automation-hands"
import { walk } from "./chromium"
import { register } from "./shopper"

const NAME = "Three days later"
const EARLY = "early@example.com"
const LATE = "late@example.com"
const GREETED = "greeted@example.com"

/** As another shop exported it: who registers waits for days, long enough to be inside while it is changed, and gets a mail. */
const EXPORTED = {
  name: NAME,
  draft: {
    trigger: { kind: "customer.created", settings: {}, filters: [], reentry: { rule: "per_occurrence" } },
    nodes: [
      { id: "days", kind: "wait", settings: { amount: 3, unit: "days" }, exits: { next: "mail" } },
      { id: "mail", kind: "send_email", settings: { template: "welcome", class: "tx" }, exits: {} },
    ],
  },
}

/** Changing what is live, an autoresponder by its form, and why somebody got what he got. */
export function walkVersions(admin: () => OpenAdmin): void {
  describe("an automation that is live", () => {
    const page = () => admin().page
    const dialog = () => page().getByRole("dialog")
    const canvas = () => page().getByRole("group", { name: /^The way/ })
    const card = (name: RegExp) => canvas().getByRole("button", { name })
    let id = ""
    const versions = async () => (await call(admin(), `/automations/${id}/versions`)).versions
    const publish = async (people: string) => {
      await page().getByText("All saved").waitFor()
      await page().getByRole("button", { name: "Publish" }).click()
      await dialog()
        .getByText(/on the way/)
        .waitFor()
      await dialog().getByRole("radio", { name: people }).click()
      await dialog().getByRole("button", { name: "Publish" }).click()
      await dialog().waitFor({ state: "detached" })
    }

    beforeEach(() => {
      if (admin()) admin().complaints.length = 0
    })

    walk("comes from a file, and is changed while somebody is inside, who stays on the version of before", async () => {
      const file = { name: "way.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(EXPORTED)) }
      await openFromMenu(page(), "/app/mailroom/automations")
      await page().locator("input[type=file]").setInputFiles(file)
      await page().waitForURL(/automations\/mauto_/)
      id = new URL(page().url()).pathname.split("/").at(-1)!
      await page().getByRole("button", { name: "Publish" }).click()
      await dialog().getByRole("button", { name: "Publish" }).click()
      await page().getByText("Version 1").first().waitFor()
      await page().getByRole("button", { name: "Switch on" }).click()
      await page().getByRole("alertdialog").getByRole("button", { name: "Switch on" }).click()
      await until(async () => (await call(admin(), `/automations/${id}`)).automation.state === "live")
      await register(admin(), EARLY)
      await until(async () => (await entrants(admin(), id)).length === 1)

      await card(/Wait 3 days/).click()
      await page().getByRole("spinbutton", { name: "How many" }).fill("5")
      await publish("They stay on the version they began")
      await page().getByText("Version 2").first().waitFor()
      await register(admin(), LATE)
      await until(async () => (await entrants(admin(), id)).length === 2)
      expect(
        (await versions()).map(({ number, inside }: { number: number; inside: number }) => [number, inside]),
      ).toEqual([
        [2, 1],
        [1, 1],
      ])
    })

    walk("shows each version with its own numbers, and cannot be changed there", async () => {
      await page().getByRole("button", { name: "More", exact: true }).click()
      await page().getByRole("menuitem", { name: "Versions" }).click()
      const first = dialog().getByRole("listitem").filter({ hasText: "Version 1" })
      await first.getByText(/1 people, 1 inside/).waitFor()
      await first.getByRole("button", { name: "Show" }).click()
      await page()
        .getByText(/This is version 1 of/)
        .waitFor()
      await card(/Wait 3 days.*1 here/).waitFor()
      expect(await canvas().getByRole("button", { name: "Put a step here" }).count()).toBe(0)
      await page().getByRole("button", { name: "Back to the draft" }).click()
      await card(/Wait 5 days/).waitFor()
    })

    walk("takes those inside along, where that is chosen", async () => {
      await card(/Wait 5 days/).click()
      await page().getByRole("textbox", { name: "Name on the card" }).fill("A little patience")
      await publish("They move over")
      await page().getByText("Version 3").first().waitFor()
      await until(async () => (await entrants(admin(), id)).every(({ version_number: on }) => on === 3))
      expect(admin().complaints).toEqual([])
    })

    walk("says why somebody is in it, on its page and from the person's", async () => {
      await page().getByRole("tab", { name: "Try it out" }).click()
      await page().getByRole("searchbox", { name: "Name or address" }).last().fill(LATE)
      await page().getByRole("button", { name: "Ask" }).click()
      await page().getByText("It is on the way.").waitFor()

      const [{ contact_id: contact }] = (await admin().store.sql(
        "SELECT contact_id FROM mailroom.contact_address WHERE email_norm = $1",
        [EARLY],
      )) as [{ contact_id: string }]
      await openFromMenu(page(), "/app/mailroom/contacts")
      await page().getByPlaceholder("Any part of name or address").fill(EARLY)
      await page()
        .getByRole("row", { name: new RegExp(EARLY) })
        .click()
      await page().waitForURL(new RegExp(contact))
      await page()
        .getByRole("link", { name: new RegExp(NAME) })
        .click()
      await page().getByText(`The way of ${EARLY}`).waitFor()
      await card(/A little patience/).waitFor()
      expect(admin().complaints).toEqual([])
    })
  })

  describe("an autoresponder", () => {
    const page = () => admin().page
    const choose = async (box: string, option: string | RegExp) => {
      await page().getByRole("dialog").getByRole("combobox", { name: box }).click()
      await page().getByRole("option", { name: option }).first().click()
    }

    walk("is made by three questions, switched on, and mails who registers then", async () => {
      await openFromMenu(page(), "/app/mailroom/autoresponders")
      await page().getByRole("button", { name: "New autoresponder" }).first().click()
      await page().getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("A first word")
      await choose("When?", "A customer registers")
      await choose("Which mail?", "Welcome")
      await choose("What kind of mail?", /^Part of a purchase/)
      await page().getByRole("dialog").getByRole("switch", { name: "Switched on" }).click()
      await page().getByRole("dialog").getByRole("button", { name: "Save" }).click()
      await page()
        .getByRole("row", { name: /A first word.*Live/ })
        .waitFor()
      await register(admin(), GREETED)
      const { automations } = await call(admin(), "/automations?kind=autoresponder")
      // The shop's own greeting goes to the same address: the mail must be one of the autoresponder.
      const { id } = automations[0] as { id: string }
      await until(async () => {
        const [one] = await entrants(admin(), id)
        if (!one) return false
        const { path } = await call(admin(), `/automations/${id}/entrants/${one.id}`)
        return (path as { message?: { status: string } }[]).some(({ message }) => message?.status === "sent")
      })
      expect(admin().store.inbox.to(GREETED).length).toBeGreaterThan(0)
      expect(admin().complaints).toEqual([])
    })
  })
}
