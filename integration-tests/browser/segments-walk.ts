import type { Rule } from "../../src/core/segments/rule"
import { QUESTIONS } from "../segments/questions"
import { openLater } from "../support/database"
import { settleVillage } from "../support/village"
import { openFromMenu, settled, type OpenAdmin } from "./admin-in-browser"
import { walk } from "./chromium"
import { BUILDING, segmentHands, type SegmentHands } from "./segment-hands"

const NAME = "Asked in the browser"

/** The twenty questions of a shop owner, each built by clicks; the figure on the screen is that of a query by hand. */
export function walkSegments(admin: () => OpenAdmin): void {
  describe("segments", () => {
    let hands: SegmentHands
    let asked: Rule | null = null
    const page = () => admin().page

    beforeAll(async () => {
      if (!admin()) return
      const { store } = admin()
      const { mailroom, close } = await openLater(store.databaseUrl, "0s")
      await settleVillage(mailroom)
      await close()
      for (const statement of SHELF) await store.sql(statement)
      hands = segmentHands(page())
      page().on("request", (request) => {
        if (request.url().endsWith("/segments/preview")) asked = request.postDataJSON().rule
      })
      admin().complaints.length = 0
    })

    walk("are there from the beginning, and one more is made", async () => {
      await openFromMenu(page(), "/app/mailroom/contacts")
      await openFromMenu(page(), "/app/mailroom/segments")
      await page().getByRole("cell", { name: "Best customers" }).waitFor()
      await page().getByRole("button", { name: "New segment" }).click()
      await page().getByRole("textbox", { name: "Name" }).fill(NAME)
      await page().getByRole("dialog").getByRole("button", { name: "New segment" }).click()
      await page().getByRole("heading", { level: 1, name: NAME }).waitFor()
    })

    walk.each(Object.entries(BUILDING))("answer: %s", async (question, build) => {
      const [, rule, byHand] = QUESTIONS.find(([one]) => one === question)!
      await hands.begin()
      await build(hands)
      await settled(page())
      const [{ n }] = (await admin().store.sql(
        `SELECT count(DISTINCT found.id)::int AS n FROM (${byHand}) found JOIN mailroom.contact c ON c.id = found.id`,
      )) as [{ n: number }]
      expect({ rule: sorted(asked), people: await hands.people() }).toEqual({ rule: sorted(rule), people: n })
      expect(admin().complaints).toEqual([])
    })

    walk("say of one person which condition decides", async () => {
      await hands.begin()
      await hands.add("Tag")
      await hands.fill("Tags", "vip")
      await hands.add("Name, place, language")
      await hands.fill("Value", "DE")
      await page().getByRole("searchbox", { name: "Name or address" }).fill("p30@")
      await page().getByRole("button", { name: "Look" }).click()
      await page().getByText("p30 Lovelace is not in it.").waitFor()
      const decides = page().getByRole("listitem").filter({ hasText: "decides" })
      expect(await decides.allInnerTexts()).toEqual([expect.stringContaining("lives in DE")])
    })

    walk("are kept, and are not said to be unsaved after that", async () => {
      await hands.begin()
      await hands.add("Tag")
      await hands.fill("Tags", "vip")
      await page().getByRole("button", { name: "Save" }).click()
      await page().getByText("Not saved yet").waitFor({ state: "detached" })
      await openFromMenu(page(), "/app/mailroom/segments")
      await page().getByRole("cell", { name: NAME }).waitFor()
    })
  })
}

/** Ids and words in one order: which was ticked first does not matter. */
function sorted(rule: Rule | null): unknown {
  return JSON.parse(JSON.stringify(rule), (_key, value: unknown) =>
    Array.isArray(value) && value.every((one) => typeof one === "string") ? [...value].sort() : value,
  )
}

/** What the pickers offer: the village's own things, which Mailroom's tables know already. Old, so that nobody reads them anew. */
const SHELF = [
  `INSERT INTO product (id, title, handle, status, updated_at)
   SELECT 'prod_' || n, 'Product ' || n, 'product-' || n, 'published', '2020-01-01' FROM generate_series(3, 4) n`,
  `INSERT INTO product_category (id, name, handle, mpath, is_active, updated_at)
   VALUES ('pcat_boots', 'Boots', 'boots', 'pcat_boots', true, '2020-01-01')`,
  `INSERT INTO product_collection (id, title, handle, updated_at) VALUES ('pcol_winter', 'Winter', 'winter', '2020-01-01')`,
  `INSERT INTO product_tag (id, value, updated_at) VALUES ('ptag_new', 'new', '2020-01-01')`,
]
