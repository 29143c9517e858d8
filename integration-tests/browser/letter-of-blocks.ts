import type { Page } from "playwright-core"
import { card, drag, lastPlace, palette, tabTo } from "./editor-hands"

export const BLOCKS = [
  ["Logo", "logo"],
  ["Heading", "heading"],
  ["Text", "text"],
  ["Picture", "picture"],
  ["Button", "button"],
  ["Products", "products"],
  ["Coupon", "coupon"],
  ["Columns", "columns"],
  ["Divider", "divider"],
  ["Space", "spacer"],
  ["Social links", "social"],
  ["HTML", "html"],
  ["Footer", "footer"],
] as const

/** A red square, 2 × 2 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==",
  "base64",
)

/** From the list of newsletters to an empty page of the given subject. */
export async function beginByMouse(page: Page, subject: string): Promise<void> {
  await page.getByRole("button", { name: "New newsletter" }).first().click()
  await page.getByLabel("Subject").fill(subject)
  await page.getByRole("combobox", { name: "Topic" }).click()
  await page.getByRole("option", { name: /^Newsletters/ }).click()
  await page.getByRole("button", { name: "Write it" }).click()
  await palette(page).waitFor()
  for (const type of ["logo", "footer"]) {
    await card(page, type).hover()
    await card(page, type)
      .getByRole("button", { name: /^Remove/ })
      .click()
  }
}

/** Every block out of the palette, carried to its place and filled in. */
export async function buildByMouse(page: Page): Promise<void> {
  for (const [name, type] of BLOCKS) {
    await drag(page, palette(page).getByRole("button", { name, exact: true }), lastPlace(page))
    await card(page, type).waitFor()
    await fill(page, type)
  }
  const inColumn = card(page, "columns").getByRole("list", { name: "Column 1" })
  await drag(
    page,
    card(page, "coupon")
      .getByRole("button", { name: /^Move Coupon/ })
      .first(),
    inColumn,
  )
  await inColumn.locator("[data-block=coupon]").waitFor()
}

/** A dropped block is open and waits for its words. */
async function fill(page: Page, type: string): Promise<void> {
  const block = card(page, type)
  const into = (label: string, words: string) => block.getByLabel(label, { exact: true }).fill(words)
  switch (type) {
    case "heading":
      return block.getByRole("textbox", { name: "Words" }).fill("The days are getting shorter")
    case "text": {
      await block.getByRole("textbox", { name: "Words" }).fill("Dear ")
      await block.getByRole("button", { name: "Insert a variable" }).click()
      await page.getByRole("menuitem", { name: /first name/ }).click()
      await page.keyboard.type(", light helps.")
      await page.keyboard.press("ControlOrMeta+a")
      return block.getByRole("button", { name: "Bold" }).click()
    }
    case "picture": {
      await block.getByRole("button", { name: "Choose a picture" }).click()
      const drawer = page.getByRole("dialog")
      await drawer
        .getByLabel("Upload a picture")
        .setInputFiles({ name: "lamp.png", mimeType: "image/png", buffer: PICTURE })
      await drawer.getByLabel("Description").fill("A red lamp")
      await drawer.getByRole("button", { name: "Upload and use" }).click()
      return drawer.waitFor({ state: "detached" })
    }
    case "button":
      await into("Label", "See the lamps")
      return into("Leads to", "https://shop.example/lamps")
    case "coupon":
      await into("Title", "A tenth off")
      return into("Code", "LAMP10")
    case "html":
      return into("HTML", "<p>Written <b>by hand</b>.</p>")
  }
}

/** The same letter without a mouse: each block through the + below the last one. */
export async function buildByKeyboard(page: Page, subject: string): Promise<void> {
  const { keyboard } = page
  await tabTo(page, "New newsletter")
  await keyboard.press("Enter")
  await page.getByRole("dialog").waitFor()
  await keyboard.type(subject)
  await tabTo(page, "Write it")
  await keyboard.press("Enter")
  await palette(page).waitFor()
  await tabTo(page, "Logo: open")
  for (const [name, type] of BLOCKS) {
    if (type === "logo" || type === "footer") continue
    if (type === "divider") await pastColumns(page)
    else await tabTo(page, "Add a block here")
    await keyboard.press("Enter")
    await page.locator("[role=menuitem]:focus").waitFor()
    await keyboard.type(name)
    await page.getByRole("menuitem", { name, exact: true }).and(page.locator(":focus")).waitFor()
    await keyboard.press("Enter")
    await card(page, type).waitFor()
    await write(page, type)
    await keyboard.press("Escape")
    await page.locator(`[data-block=${type}] > div > [data-block-head]:focus`).waitFor()
  }
  // The heading goes up one place and comes back.
  await tabTo(page, "Heading: open", { back: true })
  await keyboard.press("Alt+ArrowUp")
  await keyboard.press("Alt+ArrowDown")
}

/** The places in the columns come first; the one below them stands before the footer. */
async function pastColumns(page: Page): Promise<void> {
  await tabTo(page, "Footer: open")
  await tabTo(page, "Add a block here", { back: true })
}

/** What somebody types where an opened block puts the focus: into its first field, or nowhere if it has none. */
async function write(page: Page, type: string): Promise<void> {
  const { keyboard } = page
  await page.locator(`[data-block=${type}]`).locator(":focus").first().waitFor()
  switch (type) {
    case "heading":
      return keyboard.type("Without a mouse")
    case "text":
      await keyboard.type("By keys.")
      await keyboard.press("ControlOrMeta+a")
      return keyboard.press("ControlOrMeta+b")
    case "button":
      await keyboard.type("See the lamps")
      await tabTo(page, "Leads to")
      return keyboard.type("https://shop.example/lamps")
    case "coupon":
      await keyboard.type("A tenth off")
      await tabTo(page, "Code")
      return keyboard.type("LAMP10")
    case "html":
      return keyboard.type("<p>By hand</p>")
    case "picture":
      await tabTo(page, "Address of the picture")
      await keyboard.type("https://shop.example/lamp.png")
      await tabTo(page, "Description", { back: true })
      return keyboard.type("A red lamp")
  }
}
