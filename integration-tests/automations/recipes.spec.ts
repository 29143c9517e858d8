import type { RecipeKey } from "../../src/core/automations/recipes/recipe"
import { recipeOf, RECIPES } from "../../src/core/automations/recipes/recipes"
import { installRecipe } from "../../src/runtime/install-recipe"
import { openEngine, type Engine } from "../support/automations"
import { aContact } from "../support/people"
import { aCart, anOrder, aProduct } from "../support/shop"
import { look, lookAt } from "../support/trigger-clocks"

const EMAIL = "grace@example.com"
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const utc = (text: string) => new Date(`${text}Z`)

/** Lets the trigger of a recipe occur to the person; the automation is live since `since`. */
type Occasion = { since?: Date; happen: (scene: Scene) => Promise<void> }
type Scene = { engine: Engine; contactId: string; rows: (text: string, ...values: unknown[]) => Promise<unknown[]> }

const viewed = ({ rows, contactId }: Scene, ago: string) =>
  rows(
    `INSERT INTO mailroom.visit (at, contact_id, kind, path, subject_id)
     VALUES (mailroom.now() - $2::interval, $1, 'product', '/products/boots', 'prod_boots')`,
    contactId,
    ago,
  )

const orderedAt = async ({ engine, rows, contactId }: Scene, at: Date) => {
  const order = anOrder({ email: EMAIL, placedAt: at.toISOString() })
  engine.shop.orders_.set(order.context.id, order)
  await rows(
    `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, placed_at) VALUES ($1, $2, 'eur', 1, 1, $3)`,
    order.context.id,
    contactId,
    at,
  )
  await rows(
    `INSERT INTO mailroom.contact_purchase_total (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
     VALUES ($1, 'eur', 1, 1, $2, $2)`,
    contactId,
    at,
  )
}

const OCCASIONS: Record<RecipeKey, Occasion> = {
  welcome_series: {
    happen: async ({ engine }) => {
      await aContact(engine.mailroom, EMAIL)
      await look(engine.mailroom)
    },
  },
  abandoned_cart: {
    since: minutesAgo(24 * 60),
    happen: async ({ engine }) => {
      const cart = aCart({ email: EMAIL, lastActivityAt: minutesAgo(90).toISOString() })
      engine.shop.carts_.set(cart.id, cart)
      await engine.mailroom.triggers.changed({ kind: "cart", id: cart.id })
      await engine.runOnly("triggers")
    },
  },
  post_purchase: {
    happen: async ({ engine }) => {
      const order = anOrder({ email: EMAIL })
      engine.shop.orders_.set(order.context.id, order)
      await engine.mailroom.triggers.record({
        event: "order.placed",
        payload: { id: order.context.id },
        source: "bus",
      })
    },
  },
  review_request: {
    since: utc("2027-01-01T00:00:00"),
    happen: async (scene) => {
      await orderedAt(scene, utc("2027-01-10T12:00:00"))
      await lookAt(scene.engine.url, utc("2027-01-24T12:00:00"))
    },
  },
  win_back: {
    since: utc("2027-01-01T00:00:00"),
    happen: async (scene) => {
      await orderedAt(scene, utc("2027-01-10T12:00:00"))
      await lookAt(scene.engine.url, utc("2027-04-10T12:00:00"))
    },
  },
  back_in_stock: {
    happen: async (scene) => {
      await viewed(scene, "3 h")
      await scene.rows(`UPDATE mailroom.product SET restocked_at = mailroom.now() WHERE product_id = 'prod_boots'`)
      await look(scene.engine.mailroom)
    },
  },
  price_drop: {
    happen: async (scene) => {
      await viewed(scene, "3 h")
      await scene.rows(
        `INSERT INTO mailroom.product_price (product_id, region_id, currency, price, before, changed_at)
         VALUES ('prod_boots', 'reg_1', 'eur', 80, 100, mailroom.now())`,
      )
      await look(scene.engine.mailroom)
    },
  },
  birthday: {
    since: utc("2027-01-01T00:00:00"),
    happen: async ({ engine, rows, contactId }) => {
      await rows(`UPDATE mailroom.contact SET birthday = '1990-05-01' WHERE id = $1`, contactId)
      await lookAt(engine.url, utc("2027-05-01T12:00:00"))
    },
  },
  browse_abandonment: {
    since: minutesAgo(24 * 60),
    happen: async (scene) => {
      await viewed(scene, "241 min")
      await look(scene.engine.mailroom)
    },
  },
  vip: {
    happen: async ({ engine, rows, contactId }) => {
      await look(engine.mailroom)
      await rows(
        `INSERT INTO mailroom.contact_rfm (contact_id, recency, frequency, monetary) VALUES ($1, 5, 5, 5)`,
        contactId,
      )
      await rows(
        `UPDATE mailroom.periodic_task SET state = '{"looks":{}}'::jsonb || jsonb_set(state, '{looks}', (
           SELECT jsonb_object_agg(key, jsonb_set(value, '{at}', to_jsonb(now() - interval '5 min'))) FROM jsonb_each(state->'looks')))
         WHERE name = 'trigger-clocks'`,
      )
      await look(engine.mailroom)
    },
  },
}

describe("recipes (F9)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
    engine.shop.products_.set("prod_boots", aProduct())
    await rows(
      `INSERT INTO mailroom.product (product_id, title, handle, status, in_stock) VALUES ('prod_boots', 'Boots', 'boots', 'published', true)`,
    )
  })
  afterEach(() => engine.close())

  const rows = (text: string, ...values: unknown[]) => engine.mailroom.db.query<Record<string, any>>({ text, values })
  const install = (key: RecipeKey, locale: "en" | "de" = "en") =>
    installRecipe(engine.mailroom, { recipe: recipeOf(key)!, locale, by: null })

  async function live(id: string, since: Date | undefined): Promise<void> {
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const { revision, problems } = await automationDrafts.get(id)
    expect(problems).toEqual([])
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    if (since) await rows(`UPDATE mailroom.automation SET switched_on_at = $2 WHERE id = $1`, id, since)
  }

  it.each(RECIPES.map(({ key }) => key))("%s: its first mail is planned for whom its trigger is about", async (key) => {
    const { since, happen } = OCCASIONS[key]
    const id = await install(key)
    const person = key === "welcome_series" ? { contactId: "" } : await aContact(engine.mailroom, EMAIL)
    await live(id, since)
    await happen({ engine, contactId: person.contactId, rows })
    // As often as a way can rest before its first mail: what waits is due at once.
    for (let rest = 0; rest < 4; rest++) {
      await engine.drain()
      if ((await engine.messages()).length > 0) break
      await rows(
        `UPDATE mailroom.enrolment SET due_at = mailroom.now(), state = 'due' WHERE state IN ('due', 'waiting')`,
      )
    }
    const first = recipeOf(key)!.draft.nodes.find(({ kind }) => kind === "send_email")!.id
    expect(await engine.messages()).toMatchObject([
      { to_email: EMAIL, source_id: id, node: first, class: "marketing", kind: "automation" },
    ])
  })

  it("is installed off, whole, as ordinary templates; a second time as a copy of its own", async () => {
    const [first, second] = [await install("win_back", "de"), await install("win_back", "de")]
    const of = (id: string) => engine.mailroom.automations.retrieve(id)
    expect([await of(first), await of(second)]).toMatchObject([
      { name: "Zurückgewinnen", state: "off", recipe: "win_back", versionId: null },
      { name: "Zurückgewinnen 2", state: "off", recipe: "win_back", versionId: null },
    ])
    const own = (await engine.mailroom.templateDrafts.list()).filter(({ is_builtin: isBuiltin }) => !isBuiltin)
    expect(own.map(({ name }) => name).sort()).toEqual([
      "Zurückgewinnen 1: Neues",
      "Zurückgewinnen 1: Neues 2",
      "Zurückgewinnen 2: weiter schreiben?",
      "Zurückgewinnen 2: weiter schreiben? 2",
    ])
    for (const template of own)
      expect(template).toMatchObject({
        for: "automation",
        has_draft: false,
        locales: expect.arrayContaining(["de", "en", "es", "fr", "it"]),
      })
  })

  it("reminds of a cart by the series or by the single reminder, never by both", async () => {
    const { automations, automationLifecycle } = engine.mailroom
    const id = await install("abandoned_cart")
    await live(id, undefined)
    await expect(automations.switchOn("mauto_cart_reminder")).rejects.toThrow("reminds of the same carts")
    await automationLifecycle.switchTo(id, "off")
    await automations.switchOn("mauto_cart_reminder")
    await expect(automationLifecycle.switchTo(id, "live")).rejects.toThrow('"Abandoned cart" reminds')
  })

  it("leaves nothing behind when it cannot be installed whole", async () => {
    const vip = recipeOf("vip")!
    const broken = { ...vip, settings: { controlPercent: 99 } }
    await expect(installRecipe(engine.mailroom, { recipe: broken, locale: "en", by: null })).rejects.toThrow()
    const own = (await engine.mailroom.templateDrafts.list()).filter(({ is_builtin: isBuiltin }) => !isBuiltin)
    expect(own).toEqual([])
  })
})
