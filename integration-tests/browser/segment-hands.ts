import type { Page } from "playwright-core"

/** What somebody does who builds a rule: menus, boxes, fields. Only the form of the latest condition is open. */
export function segmentHands(page: Page) {
  const takeOut = page.getByRole("button", { name: "Take out", exact: true })
  const addCondition = page.getByRole("button", { name: "Add a condition" })
  const matches = page.getByRole("combobox", { name: "Who is in it" })
  const option = async (box: ReturnType<Page["getByRole"]>, name: string) => {
    await box.click()
    await page.getByRole("option", { name, exact: true }).click()
  }
  const condition = async (button: ReturnType<Page["getByRole"]>, kind: string) => {
    await button.click()
    await page.getByRole("menuitem", { name: kind, exact: true }).click()
  }
  return {
    /** An empty rule of which all must be true. */
    async begin(): Promise<void> {
      while ((await takeOut.count()) > 0) await takeOut.first().click()
      await option(matches, "All of these are true")
    },
    add: (kind: string) => condition(addCondition.last(), kind),
    /** The group begins with a condition on tags, which goes when others have come. */
    async group(match: string, build: (add: (kind: string) => Promise<void>) => Promise<void>): Promise<void> {
      const before = await takeOut.count()
      await page.getByRole("button", { name: "Add a group" }).last().click()
      await option(matches.last(), match)
      await build((kind) => condition(addCondition.first(), kind))
      await takeOut.nth(before + 1).click()
    },
    anyOf: () => option(matches.first(), "At least one of these is true"),
    choose: (box: string, name: string) => option(page.getByRole("combobox", { name: box, exact: true }), name),
    fill: (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value),
    tick: (name: string, group?: RegExp) =>
      (group ? page.getByRole("group", { name: group }) : page).getByRole("checkbox", { name, exact: true }).click(),
    /** One of the shop's things, by its name. */
    async pick(name: string): Promise<void> {
      await page.getByRole("searchbox", { name: "Search", exact: true }).fill(name)
      await page.getByRole("checkbox", { name, exact: true }).click()
    },
    /** The figure on the screen. */
    async people(): Promise<number> {
      const said = await page.locator("[aria-live=polite][aria-busy=false]").innerText()
      return /^Nobody/.test(said) ? 0 : Number(said.replace(/\D/g, ""))
    },
  }
}

export type SegmentHands = ReturnType<typeof segmentHands>

const PERSON = "Name, place, language"
const BOUGHT = "Bought or never bought"
const VISIT = "Visited, looked at"
const MAIL = "Sent, opened, clicked"
const ORDERS = "Number and value of orders"

/** Each question of the village, by clicks. */
export const BUILDING: Record<string, (hands: SegmentHands) => Promise<void>> = {
  "Who lives in Germany or Austria?": async ({ add, fill }) => {
    await add(PERSON)
    await fill("Value", "DE, AT")
  },
  "Whose last name has müll in it, however it is written?": async ({ add, choose, fill }) => {
    await add(PERSON)
    await choose("What", "Name")
    await choose("How", "contains")
    await fill("Value", "MULL")
  },
  "Who has a Gmail or GMX address, but no known country?": async ({ add, choose, fill }) => {
    await add(PERSON)
    await choose("What", "Address after the @")
    await choose("How", "contains")
    await fill("Value", "gmail, gmx")
    await add(PERSON)
    await choose("How", "is not known")
  },
  "Who was born in January or December?": async ({ add, choose, tick }) => {
    await add("Birthday")
    await choose("How", "in these months")
    await tick("December")
  },
  "Who wears size 38 to 41, or is in the gold club and has a dog?": async ({
    add,
    anyOf,
    choose,
    fill,
    group,
    tick,
  }) => {
    await anyOf()
    await add("Own field")
    await choose("Field", "Shoe size")
    await choose("How", "between")
    await fill("Value", "38")
    await fill("to", "41")
    await group("All of these are true", async (more) => {
      await more("Own field")
      await choose("Field", "Club")
      await tick("gold")
      await tick("silver")
      await more("Own field")
      await choose("Field", "Dog")
    })
  },
  "Who married in the last 100 days?": async ({ add, choose, fill }) => {
    await add("Own field")
    await choose("Field", "Wedding")
    await fill("Days", "100")
  },
  "Who is a VIP, but not of the press?": async ({ add, choose, fill }) => {
    await add("Tag")
    await fill("Tags", "vip")
    await add("Tag")
    await choose("How", "none of")
    await fill("Tags", "press")
  },
  "Who gets the newsletter and has agreed to marketing?": async ({ add }) => {
    await add("Topic")
    await add("Agreed to marketing")
  },
  "Who ordered at least three times?": async ({ add, fill }) => {
    await add(ORDERS)
    await fill("Value", "3")
  },
  "Who spent less than 100 euros net within a year (or nothing)?": async ({ add, choose, fill }) => {
    await add(ORDERS)
    await choose("What", "Spent net")
    await choose("How", "less than")
    await fill("Value", "100")
    await choose("When", "in the last days")
    await fill("Days", "365")
  },
  "Whose average order is over 80 euros, but whose last one is more than 120 days old?": async ({
    add,
    choose,
    fill,
  }) => {
    await add(ORDERS)
    await choose("What", "Net per order")
    await choose("How", "more than")
    await fill("Value", "80")
    await add("First or last order")
    await fill("Days", "120")
  },
  "Who ordered something, but never from the winter collection, nor anything new?": async ({
    add,
    choose,
    group,
    pick,
  }) => {
    await add(BOUGHT)
    await choose("What", "Anything")
    await choose("When", "at any time")
    await group("None of these is true", async (more) => {
      await more(BOUGHT)
      await choose("What", "Collections")
      await choose("When", "at any time")
      await pick("Winter")
      await more(BOUGHT)
      await choose("What", "Product tags")
      await choose("When", "at any time")
      await pick("new")
    })
  },
  "Who left a cart of 50 euros or more behind in the last 30 days?": async ({ add, fill }) => {
    await add("Cart")
    await fill("Days", "30")
    await fill("Worth at least (leave empty for any)", "50")
  },
  "Who has product 3 in an open cart?": async ({ add, choose, pick }) => {
    await add("Cart")
    await choose("What", "an open cart")
    await choose("When", "at any time")
    await pick("Product 3")
  },
  "Who came to the shop in the last 20 days?": async ({ add, fill }) => {
    await add(VISIT)
    await fill("Days", "20")
  },
  "Who came fewer than three times in 100 days, or looked at the sale twice or more?": async ({
    add,
    anyOf,
    choose,
    fill,
  }) => {
    await anyOf()
    await add(VISIT)
    await choose("How", "has not")
    await fill("At least how many times", "3")
    await fill("Days", "100")
    await add(VISIT)
    await choose("What", "looked at a part of the shop")
    await fill("Part of the shop, such as /sale", "https://shop.example/sale")
    await fill("At least how many times", "2")
    await choose("When", "at any time")
  },
  "Who looked at products 3 or 4 lately, but at no boots at all, as far as we may know?": async ({
    add,
    choose,
    fill,
    pick,
  }) => {
    await add(VISIT)
    await choose("What", "looked at products")
    await fill("Days", "60")
    await pick("Product 3")
    await pick("Product 4")
    await add(VISIT)
    await choose("How", "has not")
    await choose("What", "looked at categories")
    await choose("When", "at any time")
    await pick("Boots")
  },
  "Who got the last three mailings traceably and opened none of them?": ({ add }) => add(MAIL),
  "Who clicked a link to boots, or one to their cart, in the latest two mailings?": async ({
    add,
    anyOf,
    choose,
    fill,
    tick,
  }) => {
    await anyOf()
    for (const link of ["/boots", "/cart/"]) {
      await add(MAIL)
      await choose("How", "clicked")
      await choose("What", "certain mailings")
      await tick("Mailing 1")
      await tick("Mailing 2")
      await fill("Part of the link (leave empty for any)", link)
    }
  },
  "Who was sent mailing 3, whose opens are known, and did not open it?": async ({ add, choose, tick }) => {
    await add(MAIL)
    await choose("What", "certain mailings")
    await tick("Mailing 3")
  },
  "Who is among the fifth that bought last, and is a champion or loyal?": async ({ add, tick }) => {
    await add("Kind of customer (RFM)")
    await tick("loyal customers")
    await tick("5", /^How lately/)
  },
  "Who was met at the fair, but is no VIP?": async ({ add, choose, fill, group }) => {
    await add("In another segment or list")
    await choose("Segment or list", "Met at the fair")
    await group("None of these is true", async (more) => {
      await more("Tag")
      await fill("Tags", "vip")
    })
  },
  "Who bought any boots in the last 90 days, did not open the last two mailings and lives in DE or AT?": async ({
    add,
    choose,
    fill,
    pick,
  }) => {
    await add(BOUGHT)
    await choose("What", "Categories")
    await pick("Boots")
    await add(MAIL)
    await fill("How many", "2")
    await add(PERSON)
    await fill("Value", "DE, AT")
  },
}
