import { openFromMenu, until, type OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"
import { walk } from "./chromium"
import { register } from "./shopper"

const BOSS = "boss@example.com"

/** What an owner does a few times in the life of a shop, and must not get wrong. */
export function walkDialogs(admin: () => OpenAdmin): void {
  describe("the dialogs", () => {
    const page = () => admin().page
    const inbox = () => admin().store.inbox
    const open = (address: string) => openFromMenu(page(), `/app/mailroom${address}`)
    const dialog = () => page().getByRole("dialog")
    const sureDialog = () => page().getByRole("alertdialog")

    walk("switch a store e-mail off and on", async () => {
      await open("/store-emails")
      const welcome = page().getByRole("switch", { name: /Welcome/ })
      await welcome.waitFor()
      const before = await welcome.getAttribute("aria-checked")
      for (const wanted of [before === "true" ? "false" : "true", "true"]) {
        if ((await welcome.getAttribute("aria-checked")) !== wanted) await welcome.click()
        await until(async () => (await welcome.getAttribute("aria-checked")) === wanted && (await welcome.isEnabled()))
      }
    })

    walk("send everything to the owner alone, and to its readers again", async () => {
      await page().goto(`${admin().store.url}/app/mailroom/settings?section=delivery`)
      await page()
        .getByRole("radio", { name: /^To me only/ })
        .click()
      await page().getByLabel("My address").fill(BOSS)
      await page().getByRole("button", { name: "Save" }).last().click()
      await until(async () => (await modeOf(admin())) === "to_me_only")
      await open("/store-emails")
      await page().getByText(BOSS).first().waitFor()

      await register(admin(), "nina@example.com", "Nina")
      await until(() => inbox().to(BOSS).length > 0)
      expect(inbox().to("nina@example.com")).toEqual([])
      expect(inbox().to(BOSS)[0]!.to).toMatchObject([{ address: "nina@example.com" }])

      await page().goto(`${admin().store.url}/app/mailroom/settings?section=delivery`)
      await page().getByRole("radio", { name: /^Live/ }).click()
      await page().getByRole("button", { name: "Save" }).last().click()
      await until(async () => (await modeOf(admin())) === "live")
    })

    walk("hold everything in a copy of the shop until somebody says that this is the live one", async () => {
      await admin().store.sql("UPDATE mailroom.live_shop SET base_url = 'https://www.example.com'")
      await open("")
      const button = page().getByRole("button", { name: "This is the live shop" })
      await until(async () => {
        await page().reload()
        await page().getByRole("heading", { level: 1, name: "Mailroom" }).waitFor()
        return button.first().isVisible()
      })
      await register(admin(), "olaf@example.com", "Olaf")
      await until(async () => (await waitingFor(admin(), "olaf@example.com")) === "queued")
      expect(inbox().to("olaf@example.com")).toEqual([])

      await button.first().click()
      await sureDialog().getByText("Is this the live shop?").waitFor()
      await sureDialog().getByRole("button", { name: "Yes, this is the live shop" }).click()
      await until(() => inbox().to("olaf@example.com").length > 0)
      expect(inbox().to("olaf@example.com")).toHaveLength(1)
    })

    walk("correct the address of a mail and send it again", async () => {
      await page().goto(`${admin().store.url}/app/mailroom/outbox?q=olaf@example.com`)
      await page()
        .getByRole("row", { name: /olaf@example.com/ })
        .click()
      await page().getByRole("button", { name: "Send again" }).click()
      await dialog().getByLabel("Address").fill("olaf@example.org")
      await dialog().getByText("This one mail goes to the corrected address").waitFor()
      await dialog().getByRole("button", { name: "Send again" }).click()
      await until(() => inbox().to("olaf@example.org").length > 0)
      await page().getByRole("link", { name: "This is a repeat; show the first one" }).waitFor()
    })

    walk("say what is known of an order that has no mail, and of somebody nobody knows", async () => {
      await open("/outbox")
      for (const [asked, answer] of [
        ["#4711", "4711"],
        ["stranger@gmial.com", "gmail.com"],
      ] as const) {
        await page().getByLabel("E-mail address or order number").fill(asked)
        await page().getByRole("button", { name: "Ask", exact: true }).click()
        await page().locator("[aria-live=polite]").getByText(answer).first().waitFor()
      }
    })

    walk("stop an address with a reason, and lift that with another", async () => {
      await page().goto(`${admin().store.url}/app/mailroom/suppressions`)
      await page().getByRole("button", { name: "Stop an address" }).first().click()
      await dialog().getByLabel("Address").fill("pest@example.com")
      await dialog().getByLabel("Why").fill("Asked by telephone")
      await dialog().getByRole("button", { name: "Stop an address" }).click()
      await page()
        .getByRole("row", { name: /pest@example.com/ })
        .click()
      await dialog().getByLabel("Why is it lifted?").fill("Called again, it was a mistake")
      await dialog().getByRole("button", { name: "Lift it" }).click()
      await dialog()
        .getByText(/Called again, it was a mistake/)
        .last()
        .waitFor()
      await dialog().getByRole("button", { name: "Close" }).last().click()
    })
  })
}

async function modeOf({ page, store }: OpenAdmin): Promise<string> {
  return (await ask(page, `${store.url}/admin/mailroom/readiness`)).mode
}

async function waitingFor({ page, store }: OpenAdmin, email: string): Promise<string | undefined> {
  const { messages } = await ask(page, `${store.url}/admin/mailroom/outbox?q=${email}`)
  return messages[0]?.status
}
