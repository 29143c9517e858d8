import { openMailroom } from "../support/database"
import { supplierSchema } from "../../src/core/suppliers/supplier"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const form = (name: string, given: object = {}) =>
  supplierSchema.parse({ name, emails: ["orders@lamps.example"], ...given })

describe("suppliers and their products (F65)", () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openMailroom()
    await opened.mailroom.db.query({
      text: `INSERT INTO mailroom.product (product_id, title, status, category_ids, tag_ids)
             SELECT 'prod_' || n, 'Lamp ' || n, 'published', CASE WHEN n <= 3 THEN '{cat_lamps}'::text[] ELSE '{}' END,
                    CASE WHEN n = 5 THEN '{tag_new}'::text[] ELSE '{}' END FROM generate_series(1, 5) n`,
      values: [],
    })
  })
  afterEach(() => opened.close())

  it("are made, changed field by field, found by name and address, and go", async () => {
    const { suppliers } = opened.mailroom
    const made = await suppliers.create(form("Lamp works", { time_zone: "Europe/Berlin" }))
    const changed = await suppliers.update(made.id, { emails: ["new@lamps.example"] })
    expect(changed).toMatchObject({ name: "Lamp works", emails: ["new@lamps.example"], time_zone: "Europe/Berlin" })
    await expect(suppliers.create(form("LAMP WORKS"))).rejects.toThrow("there is such a supplier already")
    expect(await suppliers.list("new@")).toHaveLength(1)
    expect(await suppliers.list("shades")).toHaveLength(0)
    await suppliers.remove(made.id)
    await expect(suppliers.get(made.id)).rejects.toThrow("There is no supplier")
    await suppliers.create(form("Lamp works"))
  })

  it("have products by name, category and tag; a product has one supplier at most", async () => {
    const { suppliers } = opened.mailroom
    const works = await suppliers.create(form("Lamp works"))
    const other = await suppliers.create(form("Other"))
    expect(await suppliers.assign(works.id, { by: "category", ids: ["cat_lamps"] })).toEqual({
      chosen: 3,
      assigned: 3,
      moved: 0,
    })
    expect(await suppliers.assign(other.id, { by: "product", ids: ["prod_3", "prod_3", "prod_new"] })).toEqual({
      chosen: 2,
      assigned: 2,
      moved: 1,
    })
    expect(await suppliers.assign(works.id, { by: "tag", ids: ["tag_new"] })).toMatchObject({ assigned: 1 })
    expect(await suppliers.assign(works.id, { by: "tag", ids: ["tag_new"] })).toMatchObject({ chosen: 1, assigned: 0 })
    expect((await suppliers.ofProduct("prod_3"))?.name).toBe("Other")
    const of = await suppliers.ofProducts(["prod_1", "prod_3", "prod_4"])
    expect([...of.entries()].map(([id, { name }]) => [id, name]).sort()).toEqual([
      ["prod_1", "Lamp works"],
      ["prod_3", "Other"],
    ])
  })

  it("show their products page by page, and give them free when they go", async () => {
    const { suppliers } = opened.mailroom
    const { id } = await suppliers.create(form("Lamp works"))
    await suppliers.assign(id, { by: "product", ids: ["prod_1", "prod_2", "prod_unknown"] })
    const first = await suppliers.products(id, { limit: 2 })
    const rest = await suppliers.products(id, { limit: 2, cursor: first.next_cursor! })
    expect([...first.products, ...rest.products].map(({ product_id }) => product_id)).toEqual([
      "prod_1",
      "prod_2",
      "prod_unknown",
    ])
    expect(rest.next_cursor).toBeNull()
    expect(await suppliers.free(["prod_1", "prod_4"], id)).toEqual({ freed: 1 })
    await suppliers.remove(id)
    expect(await suppliers.ofProduct("prod_2")).toBeNull()
  })
})
