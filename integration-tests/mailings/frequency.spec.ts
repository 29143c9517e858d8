import type { NewMessage } from "../../src/core/messages/new-message"
import { DeliveryLedger } from "../../src/runtime/delivery-ledger"
import { openDelivery, type Delivery } from "../support/delivery"
import { aContact } from "../support/people"

describe("the frequency cap", () => {
  let delivery: Delivery
  beforeEach(async () => {
    delivery = await openDelivery()
    await delivery.mailroom.keyring.signingKeys()
  })
  afterEach(() => delivery.close())

  async function aReader(email: string): Promise<Partial<NewMessage>> {
    const { contactId, addressId } = await aContact(delivery.mailroom, email)
    return { contactId, addressId, to: { email, name: null }, topicId: "mtop_newsletters" }
  }
  const marketing = { class: "marketing", origin: "automation", kind: "automation", lane: "automations" } as const
  const outcomes = async (ids: string[]) => {
    const rows = await delivery.rows<{ id: string; status: string; reason: string | null }>(
      "SELECT id, status, reason FROM mailroom.message WHERE id = ANY($1)",
      [ids],
    )
    return ids.map((id) => rows.find((row) => row.id === id)!).map(({ status, reason }) => reason ?? status)
  }

  it("lets three marketing mails of a week through, and receipts, direct mails and tests as ever", async () => {
    const reader = await aReader("ada@cap.example")
    const first = await delivery.plan(...Array.from({ length: 3 }, () => ({ ...reader, ...marketing })))
    await delivery.drain()
    const later = await delivery.plan(
      { ...reader, ...marketing },
      { ...reader, topicId: null },
      { ...reader, ...marketing, origin: "direct", kind: "direct", lane: "direct" },
      { ...reader, ...marketing, isTest: true },
    )
    await delivery.drain()
    expect(await outcomes(first)).toEqual(["sent", "sent", "sent"])
    expect(await outcomes(later)).toEqual(["frequency_cap", "sent", "sent", "sent"])
    const why = await delivery.mailroom.why.ofMessage(later[0]!)
    expect(why.text).toBe("Not sent: had 3 marketing mails in 7 days, the most that the settings allow.")
    expect(await delivery.mailroom.why.ofContact(reader.contactId!)).toMatchObject({
      verdict: "drop",
      reason: "frequency_cap",
    })
  })

  it("has a place for each of one person's mails that are handed over in the same moment", async () => {
    const reader = await aReader("ada@cap.example")
    const ids = await delivery.plan(...Array.from({ length: 4 }, () => ({ ...reader, ...marketing })))
    await delivery.rows(
      `UPDATE mailroom.delivery SET stage = 'claimed', lease_token = message_id, lease_expires_at = mailroom.now() + interval '1 minute'`,
    )
    const ledger = new DeliveryLedger(delivery.mailroom)
    const counted = { contactId: reader.contactId!, most: 3, days: 7 }
    const handed = await Promise.allSettled(ids.map((id) => ledger.handOver({ id, token: id, counted })))
    expect(handed.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"])
  })

  it("is counted in the composer beforehand, with the people behind it", async () => {
    const { mailings } = delivery.mailroom
    const [full] = await Promise.all([aReader("full@cap.example"), aReader("free@cap.example")])
    await delivery.plan(...Array.from({ length: 3 }, () => ({ ...full, ...marketing })))
    await delivery.drain()
    const { id } = await mailings.create(
      { subject: "Hello", document: { kind: "text", text: "Hello" }, topic_id: "mtop_newsletters" },
      null,
    )
    await delivery.mailroom.senders.update("msnd_default", { postal_address: "1 High Street" })
    const { members, recipients, left_out } = await mailings.audience(id)
    expect([members, recipients]).toEqual([2, 1])
    expect(left_out.map(({ reason, n, people }) => [reason, n, people[0]!.email])).toEqual([
      ["frequency_cap", 1, "full@cap.example"],
    ])
  })

  it("forgets what is older than its days, and is off when the owner says so", async () => {
    const reader = await aReader("ada@cap.example")
    await delivery.plan(...Array.from({ length: 3 }, () => ({ ...reader, ...marketing })))
    await delivery.drain()
    await delivery.rows(
      "UPDATE mailroom.recent_mail SET sent_at = ARRAY(SELECT at - interval '8 days' FROM unnest(sent_at) at)",
    )
    const [again] = await delivery.plan({ ...reader, ...marketing })
    await delivery.drain()
    expect(await outcomes([again!])).toEqual(["sent"])
    const [kept] = await delivery.rows<{ n: number }>(
      "SELECT cardinality(message_ids) AS n FROM mailroom.recent_mail WHERE contact_id = $1",
      [reader.contactId],
    )
    expect(kept!.n).toBe(1)
    await delivery.mailroom.settings.write({ frequency: { most: null } }, null)
    const more = await delivery.plan(...Array.from({ length: 4 }, () => ({ ...reader, ...marketing })))
    await delivery.drain()
    expect(await outcomes(more)).toEqual(["sent", "sent", "sent", "sent"])
  })

  it("does not count what a server refused for good", async () => {
    await delivery.mailroom.settings.write({ frequency: { most: 1 } }, null)
    const reader = await aReader("ada@cap.example")
    delivery.sink.behave({ dot: () => "554 5.6.0 no such content here" })
    const [refused] = await delivery.plan({ ...reader, ...marketing })
    await delivery.drain()
    delivery.sink.behave({})
    const [second] = await delivery.plan({ ...reader, ...marketing })
    await delivery.drain()
    expect(await outcomes([refused!, second!])).toEqual(["refused_content", "sent"])
  })

  it("holds for two workers that meet one person with many mails", async () => {
    const people = await Promise.all(["a", "b", "c", "d", "e"].map((name) => aReader(`${name}@cap.example`)))
    const ids = await delivery.plan(
      ...Array.from({ length: 8 }, () => people.map((reader) => ({ ...reader, ...marketing }))).flat(),
    )
    await Promise.all([delivery.drain(), delivery.drain()])
    const all = await outcomes(ids)
    expect(all.filter((one) => one === "sent")).toHaveLength(15)
    expect(all.filter((one) => one === "frequency_cap")).toHaveLength(25)
    const perPerson = new Map<string, number>()
    for (const { to } of delivery.sink.mails) perPerson.set(to[0]!, (perPerson.get(to[0]!) ?? 0) + 1)
    expect([...perPerson.values()]).toEqual([3, 3, 3, 3, 3])
  })
})
