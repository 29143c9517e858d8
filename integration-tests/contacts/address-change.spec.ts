import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>
type Customer = { id: string; email: string; hasAccount?: boolean }

describe("a customer whose address changes", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openMailroom()
  })
  afterAll(() => opened.close())

  const sync = ({ id, email, hasAccount = true }: Customer) => {
    const { db, contacts } = opened.mailroom
    return db.transaction((tx) =>
      contacts.ensureByEmail(tx, [{ email, source: "customer", customer: { id, hasAccount }, overwrites: true }]),
    )
  }
  const now = (id: string) => opened.mailroom.contacts.byCustomer(opened.mailroom.db, id)
  const known = (email: string) => opened.mailroom.contacts.byEmail(opened.mailroom.db, email)
  const withdraw = (addressId: string) =>
    opened.mailroom.db.transaction((tx) =>
      opened.mailroom.consent.append(
        tx,
        [
          {
            addressId,
            said: [
              { purpose: "marketing", action: "withdraw" },
              { purpose: "tracking", action: "withdraw" },
            ],
          },
        ],
        { source: "mail", actor: "contact" },
      ),
    )

  it("keeps the guest's history: the guest record beside an account does not hold the contact back", async () => {
    await sync({ id: "cus_guest1", email: "one@example.com", hasAccount: false })
    await sync({ id: "cus_acc1", email: "one@example.com" })
    const before = await now("cus_acc1")
    await sync({ id: "cus_acc1", email: "one.new@example.com" })
    expect(await now("cus_acc1")).toMatchObject({ contactId: before!.contactId, emailNorm: "one.new@example.com" })
    // The nightly look at all customers meets the guest record again, with the old address.
    await sync({ id: "cus_guest1", email: "one@example.com", hasAccount: false })
    expect(await now("cus_acc1")).toMatchObject({ emailNorm: "one.new@example.com" })
  })

  it("goes back to an earlier address, and to what was agreed for it", async () => {
    await aContact(opened.mailroom, "home@example.com")
    await sync({ id: "cus_back", email: "home@example.com" })
    await sync({ id: "cus_back", email: "work@example.com" })
    expect(await now("cus_back")).toMatchObject({ marketing: "never_asked" })
    await sync({ id: "cus_back", email: "home@example.com" })
    expect(await now("cus_back")).toMatchObject({ emailNorm: "home@example.com", marketing: "subscribed" })
  })

  it("takes a no along, but no yes", async () => {
    const { addressId } = await aContact(opened.mailroom, "left@example.com")
    await sync({ id: "cus_left", email: "left@example.com" })
    await withdraw(addressId)
    await sync({ id: "cus_left", email: "left.new@example.com" })
    expect(await now("cus_left")).toMatchObject({ marketing: "unsubscribed", tracking: "denied" })
    const { db, consent } = opened.mailroom
    const { contactId } = (await now("cus_left"))!
    expect((await consent.history(db, contactId)).at(-1)).toMatchObject({ source: "address_change", actor: "system" })
    expect(await consent.verify(db, contactId)).toEqual([])
  })

  it("is still never written to when somebody of the store said so, but a dead mailbox stays behind", async () => {
    const { db, suppression, keyring } = opened.mailroom
    await sync({ id: "cus_block", email: "blocked@example.com" })
    await db.transaction((tx) =>
      suppression.suppress(tx, { email: "blocked@example.com", scope: "all", reason: "manual", source: "admin" }),
    )
    await db.transaction((tx) =>
      suppression.suppress(tx, { email: "blocked@example.com", scope: "all", reason: "hard_bounce", source: "bounce" }),
    )
    await sync({ id: "cus_block", email: "blocked.new@example.com" })
    const emailHash = await keyring.emailHash("blocked.new@example.com")
    const active = await suppression.active(db, { emailHash, domain: "example.com" })
    expect(active.map(({ scope, reason, source }) => [scope, reason, source])).toEqual([
      ["all", "manual", "address_change"],
    ])
  })

  it("does not take the other account along when two share one address", async () => {
    await sync({ id: "cus_a", email: "family@example.com" })
    await sync({ id: "cus_b", email: "family@example.com" })
    await sync({ id: "cus_b", email: "grown.up@example.com" })
    expect(await now("cus_a")).toMatchObject({ emailNorm: "family@example.com" })
    expect(await now("cus_b")).toMatchObject({ emailNorm: "grown.up@example.com" })
    expect((await now("cus_a"))!.contactId).not.toBe((await now("cus_b"))!.contactId)
  })

  it("joins the contact that has the new address already; the two know of each other", async () => {
    const reader = await aContact(opened.mailroom, "reader@example.com")
    await sync({ id: "cus_join", email: "buyer@example.com" })
    const before = (await now("cus_join"))!
    await sync({ id: "cus_join", email: "reader@example.com" })
    expect(await now("cus_join")).toMatchObject({ contactId: reader.contactId, marketing: "subscribed" })
    const { profiles } = opened.mailroom
    expect((await profiles.of(before.contactId)).later).toMatchObject([{ contact_id: reader.contactId }])
    expect((await profiles.of(reader.contactId)).earlier).toMatchObject([{ email: "buyer@example.com" }])
  })

  it("does not overrule what the person agreed to under the address it joins", async () => {
    const { addressId } = await aContact(opened.mailroom, "no@example.com", [])
    await sync({ id: "cus_no", email: "no@example.com" })
    await withdraw(addressId)
    await aContact(opened.mailroom, "yes@example.com")
    await sync({ id: "cus_no", email: "yes@example.com" })
    expect(await known("yes@example.com")).toMatchObject({ marketing: "subscribed" })
  })

  it("leaves the ledger whole: each of the two keeps its own chain, and no entry moves", async () => {
    const { db, consent, consentCheck } = opened.mailroom
    const reader = await aContact(opened.mailroom, "kept@example.com")
    const buyer = await aContact(opened.mailroom, "moving@example.com")
    await sync({ id: "cus_move", email: "moving@example.com" })
    await withdraw(buyer.addressId)
    const entriesOf = (contactId: string) => consent.history(db, contactId)
    const [readers, buyers] = [await entriesOf(reader.contactId), await entriesOf(buyer.contactId)]
    await sync({ id: "cus_move", email: "moving.new@example.com" })
    const carried = await entriesOf(buyer.contactId)
    expect(carried.slice(0, buyers.length)).toEqual(buyers)
    expect(carried.slice(buyers.length).map(({ purpose, action }) => [purpose, action])).toEqual([
      ["marketing", "withdraw"],
      ["topic", "withdraw"],
      ["tracking", "withdraw"],
    ])
    await sync({ id: "cus_move", email: "kept@example.com" })
    expect(await entriesOf(reader.contactId)).toEqual(readers)
    expect(await entriesOf(buyer.contactId)).toEqual(carried)
    expect(await consentCheck.run()).toMatchObject({ problem_count: 0 })
  })

  it("deleted in the shop, leaves the contact with all that it agreed to", async () => {
    const { db, readModel } = opened.mailroom
    const { contactId } = await aContact(opened.mailroom, "deleted@example.com")
    await sync({ id: "cus_deleted", email: "deleted@example.com" })
    await db.transaction((tx) => readModel.customerDeleted(tx, "cus_deleted"))
    expect(await now("cus_deleted")).toBeNull()
    expect(await known("deleted@example.com")).toMatchObject({ contactId, marketing: "subscribed" })
  })

  it("deleted without an event, is noticed by the nightly look at all customers", async () => {
    const { db, readModel } = opened.mailroom
    for (const n of [1, 2, 3]) await sync({ id: `cus_night${n}`, email: `night${n}@example.com` })
    const left = ["cus_night1", "cus_night3"].map((id, n) => aShopCustomer(id, `night${n * 2 + 1}@example.com`))
    await db.transaction((tx) => readModel.customerPage(tx, "cus_night0", left))
    expect(
      await Promise.all(["cus_night1", "cus_night2", "cus_night3"].map(async (id) => (await now(id)) !== null)),
    ).toEqual([true, false, true])
  })
})

const aShopCustomer = (id: string, email: string) => ({
  id,
  email,
  firstName: null,
  lastName: null,
  hasAccount: true,
  groupIds: [],
  locale: null,
  countryCode: null,
  createdAt: "2026-01-01T00:00:00.000Z",
})
