import type { Locator, Page } from "playwright-core"

const MOST_TRIES = 500

/** What a hand on the mouse does: press here, carry it there, let go where the place lights up. */
export async function drag(page: Page, what: Locator, to: Locator): Promise<void> {
  await what.hover()
  await page.mouse.down()
  const from = (await what.boundingBox())!
  // Past the six pixels that tell a drag from a press.
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2 + 12, { steps: 3 })
  await page.locator("[data-held]").waitFor()
  await to.scrollIntoViewIfNeeded()
  for (let tries = 0; !(await isOver(to)); tries++) {
    if (tries === MOST_TRIES) throw new Error("The place did not light up under the hand.")
    await moveOnto(page, to)
  }
  await page.mouse.up()
}

/** A little beside the last time: a hand that does not move is not heard of. */
async function moveOnto(page: Page, to: Locator): Promise<void> {
  const place = (await to.boundingBox())!
  const x = place.x + place.width / 2
  const y = place.y + place.height / 2
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y, { steps: 3 })
}

/** The place lights up a moment after the hand has come; asked after the next picture is drawn. */
function isOver(to: Locator): Promise<boolean> {
  return to.evaluate(
    (one) =>
      new Promise<boolean>((resolve) =>
        requestAnimationFrame(() => resolve(Boolean(one.closest("[data-over]") ?? one.querySelector("[data-over]")))),
      ),
  )
}

/** Presses Tab until the focus is on what has this name; the way of somebody who has no mouse. */
export async function tabTo(page: Page, name: string | RegExp, { back = false, atMost = 160 } = {}): Promise<void> {
  for (let step = 0; step < atMost; step++) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab")
    const found = await focusedName(page)
    if (typeof name === "string" ? found === name : name.test(found)) return
  }
  throw new Error(`${atMost} times Tab did not reach ${String(name)}; the focus is on "${await focusedName(page)}".`)
}

/** What a screen reader would say of the focused element: its label, its own name or its words. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null
    if (!one) return ""
    const labelledBy = one.getAttribute("aria-labelledby")
    const label = labelledBy ? document.getElementById(labelledBy)?.textContent : null
    const labels = (one as HTMLInputElement).labels
    return (label ?? one.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? one.textContent ?? "").trim()
  })
}

export const palette = (page: Page) => page.getByRole("group", { name: "Blocks" })
export const card = (page: Page, type: string) => page.locator(`[data-block=${type}]`)
/** The last place of the letter itself: below everything. */
export const lastPlace = (page: Page) =>
  page
    .getByRole("list", { name: "The letter's blocks" })
    .locator("> li")
    .last()
    .getByRole("button", { name: "Add a block here" })

/** The mail that the preview pane shows now. */
export const shownMail = (page: Page) => page.frameLocator('iframe[title="Preview"]').locator("body")

/** A letter as one reads it: its words and its pictures, wherever it is shown. */
export async function readingOf(body: Locator): Promise<{ words: string; pictures: string[] }> {
  return body.evaluate((element) => ({
    words: (element as HTMLElement).innerText.replace(/\s+/g, " ").trim(),
    // The pixel is the recipient's own.
    pictures: [...element.querySelectorAll("img")].map((one) => one.src).filter((src) => !src.includes("/mailroom/o/")),
  }))
}
