import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("a contact's profile", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
    await opened.mailroom.contactFields.create({ key: "shoe_size", label: "Shoe size", type: "number" })
    await opened.mailroom.contactFields.create({
      key: "club",
      label: "Club",
      type: "choice",
      choices: ["gold", "silver"],
    })
  })
  afterAll(() => opened.close())

  it("is made and changed by hand, and the shop does not overwrite it", async () => {
    const { profiles, contacts, db } = opened.mailroom
    const id = await profiles.create({
      email: "Hand@Example.com",
      first_name: "Ada",
      tags: ["VIP"],
      fields: { club: "Gold" },
    })
    await profiles.update(id, {
      country: "de",
      time_zone: "Europe/Berlin",
      birthday: "1985-07-24",
      fields: { shoe_size: "36,5" },
    })
    await db.transaction((tx) =>
      contacts.ensureByEmail(tx, [
        { email: "hand@example.com", source: "customer", firstName: "A.", country: "FR", overwrites: true },
      ]),
    )
    expect(await profiles.of(id)).toMatchObject({
      first_name: "Ada",
      country: "DE",
      time_zone: "Europe/Berlin",
      birthday: "1985-07-24",
      tags: ["vip"],
      fields: { club: "gold", shoe_size: 36.5 },
      source: "admin",
    })
  })

  it("starts without any consent", async () => {
    const { profiles, contacts, db } = opened.mailroom
    await profiles.create({ email: "never@example.com" })
    expect(await contacts.byEmail(db, "never@example.com")).toMatchObject({ marketing: "never_asked" })
  })

  it("takes a value of a field away by null", async () => {
    const { profiles } = opened.mailroom
    const id = await profiles.create({ email: "away@example.com", fields: { club: "silver", shoe_size: 40 } })
    await profiles.update(id, { fields: { club: null } })
    expect((await profiles.of(id)).fields).toEqual({ shoe_size: 40 })
  })

  it.each([
    [{ fields: { club: "bronze" } }, "club"],
    [{ fields: { unknown: 1 } }, "Known fields: shoe_size, club"],
    [{ country: "Germany" }, "country"],
    [{ email: "no address" }, "email"],
  ])("refuses %j by name", async (change, named) => {
    const { profiles } = opened.mailroom
    const { contactId } = await aContact(opened.mailroom, "refused@example.com")
    await expect(profiles.update(contactId, change)).rejects.toThrow(named)
  })

  it("says whose an address is that somebody has", async () => {
    const { profiles } = opened.mailroom
    const { contactId } = await aContact(opened.mailroom, "taken@example.com")
    await expect(profiles.create({ email: "TAKEN@example.com" })).rejects.toThrow(contactId)
  })

  it("changes the address of a contact without account, and leaves that of an account to the shop", async () => {
    const { profiles, contacts, db } = opened.mailroom
    const { contactId } = await aContact(opened.mailroom, "wrong@example.com")
    await profiles.update(contactId, { email: "right@example.com" })
    expect(await contacts.byEmail(db, "right@example.com")).toMatchObject({ contactId, marketing: "never_asked" })
    expect((await profiles.of(contactId)).addresses).toMatchObject([
      { email: "right@example.com", is_primary: true },
      { email: "wrong@example.com", is_primary: false },
    ])
    await profiles.update(contactId, { email: "wrong@example.com" })
    expect(await contacts.byEmail(db, "wrong@example.com")).toMatchObject({ marketing: "subscribed" })
    await db.transaction((tx) =>
      contacts.ensureByEmail(tx, [
        { email: "wrong@example.com", source: "customer", customer: { id: "cus_edit", hasAccount: true } },
      ]),
    )
    await expect(profiles.update(contactId, { email: "other@example.com" })).rejects.toThrow("customer's page")
  })

  it("keeps a field's key and type, and every choice that somebody has", async () => {
    const { contactFields, profiles } = opened.mailroom
    await profiles.create({ email: "gold@example.com", fields: { club: "gold" } })
    await expect(contactFields.update("club", { choices: ["silver"] })).rejects.toThrow('"gold"')
    expect(
      await contactFields.update("club", { choices: ["gold", "silver", "bronze"], label: "Club card" }),
    ).toMatchObject({
      type: "choice",
      label: "Club card",
    })
    await expect(contactFields.create({ key: "club", label: "Again", type: "text" })).rejects.toThrow("club")
    await contactFields.create({ key: "old", label: "Old", type: "text" })
    await contactFields.update("old", { isArchived: true })
    await expect(profiles.create({ email: "old@example.com", fields: { old: "x" } })).rejects.toThrow("fields.old")
  })
})

describe("what a contact bought", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const order = (id: string, email: string, change: Partial<Order> = {}) => {
    const { currency = "eur", net = "100", total = "119", refunded = "0", day = 1, isCancelled = false } = change
    const at = new Date(Date.UTC(2026, 0, day)).toISOString()
    const { db, readModel } = opened.mailroom
    return db.transaction((tx) =>
      readModel.orders(tx, [
        {
          ...PLAIN_ORDER,
          email,
          placedAt: at,
          cancelledAt: isCancelled ? at : null,
          netTotal: net,
          context: { ...PLAIN_CONTEXT, id, currency, total, refundedTotal: refunded },
        } as unknown as Parameters<typeof readModel.orders>[1][number],
      ]),
    )
  }
  const totals = async (email: string) => {
    const known = await opened.mailroom.contacts.byEmail(opened.mailroom.db, email)
    return (await opened.mailroom.profiles.of(known!.contactId)).purchases.map(
      ({ currency, order_count: count, net_spend: spend }) => [currency, count, Number(spend)],
    )
  }

  it("is summed per currency, less refunds, and counts an order once however often it is read", async () => {
    await order("o1", "buyer@example.com")
    await order("o1", "buyer@example.com")
    await order("o2", "buyer@example.com", { refunded: "59.5", day: 5 })
    await order("o3", "buyer@example.com", { currency: "usd", net: "20", total: "20" })
    expect(await totals("buyer@example.com")).toEqual([
      ["eur", 2, 150],
      ["usd", 1, 20],
    ])
  })

  it("shrinks when an order is cancelled, down to nothing", async () => {
    await order("c1", "cancel@example.com")
    await order("c1", "cancel@example.com", { isCancelled: true })
    expect(await totals("cancel@example.com")).toEqual([])
  })

  it("moves with an order that went to another address", async () => {
    await order("m1", "first@example.com")
    await order("m1", "second@example.com")
    expect(await totals("first@example.com")).toEqual([])
    expect(await totals("second@example.com")).toEqual([["eur", 1, 100]])
  })
})

type Order = { currency: string; net: string; total: string; refunded: string; day: number; isCancelled: boolean }

const PLAIN_ORDER = {
  displayId: 1,
  customerId: null,
  locale: null,
  regionId: null,
  salesChannelId: null,
  phone: null,
  isSilenced: false,
  isDraft: false,
  promotionCodes: [],
  cartId: null,
  lines: [],
}
const PLAIN_CONTEXT = { firstName: "", customerName: "", shippingAddress: null, billingAddress: null }
