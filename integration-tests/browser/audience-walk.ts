import { readFile } from "node:fs/promises"
import type { OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"
import { walk } from "./chromium"

/** Fields, people, corrections, a file in and out. Counts everybody, so it comes before whatever makes people. */
export function walkAudience(admin: () => OpenAdmin): void {
  describe("the audience", () => {
    const page = () => admin().page
    /** By the menu and the tabs, because a click does not load the whole dashboard again. */
    const open = async (path: "/contacts" | "/contacts/quality" | "/contacts/fields" | "/imports") => {
      for (const address of new Set(["/contacts", path] as const))
        await page().locator(`nav a[href="/app/mailroom${address}"]`).locator("visible=true").first().click()
    }
    const search = (words: string) => page().getByRole("searchbox", { name: "Search" }).fill(words)
    const api = (path: string, data: object) => ask(page(), `${admin().store.url}/admin/mailroom${path}`, { data })
    const choose = async (box: string | RegExp, option: string) => {
      await page().getByRole("combobox", { name: box }).click()
      await page().getByRole("option", { name: option, exact: true }).click()
    }

    /** The figure below a word of a card of counts. */
    const numberOf = (word: string) =>
      page().getByText(word, { exact: true }).last().locator("xpath=../*[2]").innerText()
    const downloadOf = async (link: string) => {
      const [file] = await Promise.all([
        page().waitForEvent("download"),
        page().getByRole("link", { name: link }).click(),
      ])
      return readFile(await file.path(), "utf8")
    }

    walk("makes a field of the merchant's own", async () => {
      await open("/contacts/fields")
      await page().getByRole("button", { name: "New field" }).click()
      await page().getByLabel("Label").fill("Club card")
      await choose("Type", "Choice")
      await page().getByLabel("Choices").fill("gold\nsilver")
      await page().getByRole("button", { name: "Save" }).click()
      await page().getByRole("cell", { name: "club_card" }).waitFor()
    })

    walk("makes a contact by hand, says what is wrong beside the buttons, and gives it a tag", async () => {
      await open("/contacts")
      await page().getByRole("button", { name: "New contact" }).click()
      const drawer = page().getByRole("dialog")
      await drawer.getByLabel("E-mail").fill("ada.lovelace@gmial.com")
      await drawer.getByLabel("First name").fill("Ada")
      await drawer.getByLabel("Country").fill("Atlantis")
      await drawer.getByRole("button", { name: "Save" }).click()
      expect(await drawer.getByRole("alert").innerText()).toContain('country is "Atlantis"')
      await drawer.getByLabel("Country").fill("de")
      await drawer.getByRole("combobox", { name: "Club card" }).click()
      await page().getByRole("option", { name: "gold" }).click()
      await drawer.getByRole("button", { name: "Save" }).click()

      await page().getByRole("heading", { level: 1, name: "Ada" }).waitFor()
      await page().getByText("Germany").waitFor()
      await page().getByLabel("Add a tag").fill("VIP")
      await page().keyboard.press("Enter")
      await page().getByRole("button", { name: "Remove vip" }).waitFor()
    })

    walk("searches, filters, and tags everybody of a filter after the number was typed", async () => {
      for (let n = 0; n < 60; n++)
        await api("/contacts", {
          email: `crowd${n}@example.com`,
          last_name: n % 2 ? "Müller" : "Hopper",
          country: "DE",
        })
      await open("/contacts")
      await page().getByText("61 contacts", { exact: true }).waitFor()
      await search("muller crowd1")
      await page().getByText("6 contacts", { exact: true }).waitFor()
      await page().getByRole("button", { name: "Clear filters" }).click()
      await page().getByText("61 contacts", { exact: true }).waitFor()
      await choose("Country", "DE")
      await page().getByText("61 contacts", { exact: true }).waitFor()

      await page().getByRole("button", { name: "Tags and topics for all of these" }).click()
      const drawer = page().getByRole("dialog")
      await drawer.getByLabel("Tags").fill("Fair, Autumn")
      const begin = drawer.getByRole("button", { name: "Do it" })
      await drawer.getByLabel("Type 61 to confirm").fill("60")
      expect(await begin.isDisabled()).toBe(true)
      await drawer.getByLabel("Type 61 to confirm").fill("61")
      await begin.click()
      await page().getByText("61 of 61 · 61 changed").waitFor()
      await choose("Tag", "fair")
      await page().getByText("61 contacts", { exact: true }).waitFor()
    })

    walk("opens a contact from the list, edits it, and finds it under its new name", async () => {
      await open("/contacts")
      await search("crowd7@")
      await page()
        .getByRole("row", { name: /crowd7@/ })
        .click()
      await page().getByRole("button", { name: "Edit" }).click()
      await page().getByRole("dialog").getByLabel("First name").fill("Grace")
      await page().getByRole("dialog").getByRole("button", { name: "Save" }).click()
      await page().getByRole("heading", { level: 1, name: "Grace Müller" }).waitFor()
      await open("/contacts")
      await search("grace")
      await page().getByText("1 contact", { exact: true }).waitFor()
    })

    walk("finds a likely typo, shows what it would become, and mends it", async () => {
      await open("/contacts/quality")
      await page().getByRole("button", { name: "Look now" }).click()
      await page().getByRole("cell", { name: "→ ada.lovelace@gmail.com" }).waitFor()
      await page().getByRole("button", { name: "Take all suggestions over" }).click()
      await page().getByRole("button", { name: "Take them over" }).click()
      await page().getByText("1 of 1 · 1 changed").waitFor()
      await open("/contacts")
      await search("ada.lovelace@gmail")
      await page().getByText("1 contact", { exact: true }).waitFor()
    })

    walk(
      "imports a file: columns, dry run, import, the refused rows and the list as files, and all of it back",
      async () => {
        await open("/imports")
        const rows = ["Mail;Vorname", "nina@import.example;=1+1", "olaf@import.example;Ólaf", "not-an-address;Peter"]
        await page()
          .getByLabel("Upload contacts")
          .setInputFiles({ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) })
        await page().getByRole("heading", { level: 1, name: "fair.csv" }).waitFor()
        await choose("Vorname", "First name")
        await choose("Everybody in this file is", "subscribed")
        await page().getByLabel("Agreed on", { exact: true }).last().fill("2024-05-17")
        await page().getByLabel("The words they agreed to").fill("Yes, write to me about the fair.")
        await page().getByLabel("Newsletters", { exact: true }).click()
        await page().getByRole("button", { name: "Check the file" }).click()
        await page().getByText("Nothing has been changed yet.").waitFor()
        expect(await numberOf("New people")).toBe("2")
        expect(await numberOf("Refused")).toBe("1")

        await page().getByRole("button", { name: "Import now" }).click()
        await page().getByRole("alertdialog").getByRole("button", { name: "Import now" }).click()
        await page().getByText("Each row came to one of these ends.").waitFor()
        expect(await numberOf("Subscribed")).toBe("2")
        const refused = await downloadOf("1 refused row")
        expect(refused).toContain("not-an-address")
        expect(refused).not.toContain("nina@")
        const list = await (
          await page().request.get(`${admin().store.url}/admin/mailroom/exports/contacts.csv?q=import.example`, {
            maxRetries: 3,
          })
        ).body()
        expect([...list.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
        expect(list.toString("utf8")).toContain("nina@import.example,'=1+1")
        expect(list.toString("utf8")).toContain("olaf@import.example,Ólaf")

        await page().getByRole("button", { name: "Take back" }).click()
        await page().getByRole("alertdialog").getByRole("button", { name: "Take back" }).click()
        await page().getByText("What happened after the import was left alone.").waitFor()
        expect(await numberOf("People removed")).toBe("2")
        await open("/contacts")
        await search("import.example")
        await page().getByText("0 contacts", { exact: true }).waitFor()
      },
    )
  })
}
