import { READY_SEGMENTS } from "../../src/core/segments/ready-segments"
import type { Clause, Rule } from "../../src/core/segments/rule"
import { segmentCounts } from "../../src/runtime/segments"
import { openMailroom } from "../support/database"
import { aContact } from "../support/people"
import { settleVillage } from "../support/village"

const aRule = (...rules: Clause[]): Rule => ({ version: 1, match: "all", rules })
const vip: Clause = { kind: "tag", op: "any", tags: ["vip"] }
const german: Clause = { kind: "profile", field: "country", op: "is", values: ["DE"] }
const READY = new Set(READY_SEGMENTS.map(({ key }) => `mseg_${key}`))
const within = (id: string): Clause => ({ kind: "segment", op: "in", segment_id: id })

describe("segments", () => {
  let opened: Awaited<ReturnType<typeof openMailroom>>
  let made = 0
  beforeAll(async () => {
    opened = await openMailroom()
    await settleVillage(opened.mailroom)
  })
  afterAll(() => opened.close())

  const services = () => opened.mailroom
  const create = (rule: Rule, name = `Segment ${++made}`) =>
    services().segments.create({ kind: "rule", name, rule }, "user_1")
  const list = (name = `List ${++made}`) => services().segments.create({ kind: "list", name }, "user_1")
  const idOf = async (name: string) => {
    const [row] = await services().db.query<{ id: string }>({
      text: `SELECT id FROM mailroom.contact WHERE first_name = $1`,
      values: [name],
    })
    return row!.id
  }

  describe("what is kept", () => {
    it("is the rule as it was given, under a name that only one has", async () => {
      const rule = aRule(vip, { kind: "group", match: "none", rules: [german] })
      const { id } = await create(rule, "VIPs abroad")
      expect(await services().segments.get(id)).toMatchObject({ name: "VIPs abroad", rule, revision: 1, used_by: [] })
      await expect(create(rule, "vips ABROAD")).rejects.toThrow(
        `name is "vips ABROAD": there is a segment of that name`,
      )
      await expect(create(rule, "  ")).rejects.toThrow("1 to 120 characters")
    })

    it("is not overwritten by whoever saw an older one", async () => {
      const { id } = await create(aRule(vip))
      await services().segments.update(id, { rule: aRule(german), revision: 1 }, "user_1")
      await expect(services().segments.update(id, { rule: aRule(vip), revision: 1 }, "user_2")).rejects.toMatchObject({
        type: "conflict",
        message: expect.stringContaining("Somebody else changed"),
      })
      expect((await services().segments.get(id)).rule).toEqual(aRule(german))
    })

    it("loses its figure with the rule that was counted, but not by a new name", async () => {
      const { id } = await create(aRule(vip))
      await services().segmentMembers.countOf(id)
      const named = await services().segments.update(id, { name: "Renamed", revision: 1 }, null)
      expect(named.members).toBe(30)
      const changed = await services().segments.update(id, { rule: aRule(german), revision: 2 }, null)
      expect(changed).toMatchObject({ members: null, counted_at: null })
    })

    it.each<[string, Clause, string]>([
      ["segment", within("mseg_gone"), `there is no segment "mseg_gone"`],
      ["topic", { kind: "topic", topic_id: "mtop_gone", state: "none" }, `there is no topic "mtop_gone"`],
      [
        "mailing",
        { kind: "mail", op: "opened", of: { kind: "mailings", ids: ["mml_9"] } },
        `there is no mailing "mml_9"`,
      ],
      ["field", { kind: "field", key: "hat", type: "text", op: "known" }, `there is no contact field "hat"`],
      ["type", { kind: "field", key: "size", type: "text", op: "known" }, `"size" is of type "number", not "text"`],
    ])("names no %s that does not exist", async (_what, clause, sentence) => {
      await expect(create(aRule(clause))).rejects.toThrow(sentence)
    })
  })

  describe("what relies on it", () => {
    it("is named when somebody wants to delete it, and nothing is deleted", async () => {
      const base = await create(aRule(vip), "Base")
      const user = await create(aRule(within(base.id)), "User of base")
      await services().db.transaction((tx) => services().segments.use(tx, { kind: "mailing", id: "mml_1" }, [base.id]))
      await expect(services().segments.remove(base.id)).rejects.toThrow(
        `"Base" is used by "Mailing 1", "User of base". Take it out there first`,
      )
      expect((await services().segments.get(base.id)).used_by).toHaveLength(2)
      await services().db.transaction((tx) => services().segments.use(tx, { kind: "mailing", id: "mml_1" }, []))
      await services().segments.update(user.id, { rule: aRule(vip), revision: 1 }, null)
      await services().segments.remove(base.id)
      await expect(services().segments.get(base.id)).rejects.toThrow("There is no segment")
    })

    it("must not become part of itself, by whatever way", async () => {
      const a = await create(aRule(vip), "A")
      const b = await create(aRule(within(a.id)), "B")
      const c = await create(aRule({ kind: "group", match: "none", rules: [within(b.id)] }), "C")
      await expect(services().segments.update(a.id, { rule: aRule(within(c.id)), revision: 1 }, null)).rejects.toThrow(
        `would contain itself: "A" → "C" → "B" → "A"`,
      )
    })

    it("is not made a circle by two people at once", async () => {
      const one = await create(aRule(vip))
      const two = await create(aRule(vip))
      const link = (from: string, to: string) =>
        services().segments.update(from, { rule: aRule(within(to)), revision: 1 }, null)
      const results = await Promise.allSettled([link(one.id, two.id), link(two.id, one.id)])
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    })

    it("is not made too deep by a change below it", async () => {
      let last = await create(aRule(vip), "Depth 1")
      const bottom = last
      for (const depth of [2, 3, 4, 5]) last = await create(aRule(within(last.id)), `Depth ${depth}`)
      await expect(create(aRule(within(last.id)))).rejects.toThrow("at most 5 deep")
      const extra = await create(aRule(vip))
      await expect(
        services().segments.update(bottom.id, { rule: aRule(within(extra.id)), revision: 1 }, null),
      ).rejects.toThrow(`"Depth 5" uses this segment`)
    })
  })

  describe("who is in it", () => {
    it("follows the segments that it is made of", async () => {
      const base = await create(aRule(vip))
      const outside = await create(aRule({ kind: "segment", op: "not_in", segment_id: base.id }))
      expect((await services().segmentMembers.countOf(outside.id)).count).toBe(270)
      await services().segments.update(base.id, { rule: aRule(german), revision: 1 }, null)
      expect((await services().segmentMembers.countOf(outside.id)).count).toBe(225)
    })

    it("is everybody for a rule without conditions, but for those who were erased", async () => {
      const { segmentMembers, db } = services()
      expect((await segmentMembers.count(aRule())).count).toBe(300)
      const gone = await idOf("p299")
      await db.query({ text: `UPDATE mailroom.contact SET erased_at = mailroom.now() WHERE id = $1`, values: [gone] })
      expect((await segmentMembers.count(aRule())).count).toBe(299)
      await expect(segmentMembers.explain(aRule(), gone)).rejects.toThrow("There is no contact")
      await db.query({ text: `UPDATE mailroom.contact SET erased_at = NULL WHERE id = $1`, values: [gone] })
    })

    it("comes page by page, nobody twice and nobody left out", async () => {
      const { id } = await create(aRule(vip))
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: { people: { id: string }[]; next_cursor: string | null } = await services().segmentMembers.page(
          id,
          { cursor, limit: 7 },
        )
        seen.push(...page.people.map((person) => person.id))
        cursor = page.next_cursor
      } while (cursor)
      expect(seen).toHaveLength(30)
      expect(new Set(seen).size).toBe(30)
    })

    it("is said with the condition that decides", async () => {
      const rule = aRule(vip, { kind: "group", match: "any", rules: [german, { kind: "birthday", op: "unknown" }] })
      const explain = async (name: string) => {
        const { is_in: isIn, clauses } = await services().segmentMembers.explain(rule, await idOf(name))
        return [isIn, ...clauses.filter(({ decides }) => decides).map(({ path }) => path)]
      }
      // p20: vip and German. p21: neither, born on no known day. p30: vip, French.
      expect(await explain("p20")).toEqual([true, "0", "1", "1.0"])
      expect(await explain("p21")).toEqual([false, "0"])
      expect(await explain("p30")).toEqual([false, "1", "1.0", "1.1"])
    })

    it("agrees with the count for each single person, whatever the rule", async () => {
      const rule = aRule({ kind: "bought", op: "ever", what: "category", ids: ["pcat_boots"] }, german)
      const { id } = await create(rule)
      const { people } = await services().segmentMembers.page(id, { limit: 200 })
      const members = new Set(people.map((person) => person.id))
      for (const n of [1, 4, 8, 16, 20, 28, 40, 44]) {
        const contact = await idOf(`p${n}`)
        expect((await services().segmentMembers.explain(rule, contact)).is_in).toBe(members.has(contact))
      }
    })

    it("is not known, rather than guessed, when counting takes too long", async () => {
      const { db, segmentMembers } = services()
      const blocked = db.transaction(async (tx) => {
        await tx.query({ text: `LOCK TABLE mailroom.contact_rfm IN ACCESS EXCLUSIVE MODE`, values: [] })
        return segmentMembers.count(aRule({ kind: "rfm", recency: [5] }), 100)
      })
      expect((await blocked).count).toBeNull()
      const { id } = await create(aRule({ kind: "rfm", recency: [5] }))
      await db.transaction(async (tx) => {
        await tx.query({ text: `LOCK TABLE mailroom.contact_rfm IN ACCESS EXCLUSIVE MODE`, values: [] })
        await segmentMembers.countOf(id, 100)
      })
      const kept = await services().segments.get(id)
      expect(kept).toMatchObject({ members: null })
      expect(kept.counted_at).not.toBeNull()
      // The limit was for that question alone.
      expect((await segmentMembers.countOf(id)).count).toBeGreaterThan(0)
    })
  })

  describe("a list", () => {
    it("holds whom somebody put on it, once each, and nobody who does not exist", async () => {
      const { id } = await list()
      const [one, two] = [await idOf("p1"), await idOf("p2")]
      expect(await services().segmentMembers.add(id, [one, two, one, "018f0000-0000-7000-8000-000000000000"])).toBe(2)
      expect(await services().segmentMembers.add(id, [two])).toBe(0)
      expect((await services().segments.get(id)).members).toBe(2)
      expect(await services().segmentMembers.remove(id, [one])).toBe(1)
      expect((await services().segmentMembers.page(id, { limit: 10 })).people.map((person) => person.id)).toEqual([two])
    })

    it("can be a condition of a rule", async () => {
      const { id } = await list()
      await services().segmentMembers.add(id, [await idOf("p4"), await idOf("p5")])
      expect((await services().segmentMembers.count(aRule(within(id), german))).count).toBe(1)
    })

    it("takes no rule, and a segment with a rule takes no people", async () => {
      const { id, revision } = await list()
      await expect(services().segments.update(id, { rule: aRule(vip), revision }, null)).rejects.toThrow("is a list")
      const ruled = await create(aRule(vip))
      await expect(services().segmentMembers.add(ruled.id, [await idOf("p1")])).rejects.toThrow("by a rule")
    })

    it("made of a segment stays as it was when the rule finds others", async () => {
      const base = await create(aRule(vip))
      const copy = await services().segmentMembers.copyToList(base.id, "VIPs of today", null)
      await services().segments.update(base.id, { rule: aRule(german), revision: 1 }, null)
      expect(await services().segments.get(copy)).toMatchObject({ kind: "list", members: 30 })
      expect((await services().segmentMembers.countOf(copy)).count).toBe(30)
    })
  })

  it("are counted each night, after the buyers were sorted into fifths", async () => {
    const { id } = await create(aRule({ kind: "rfm", recency: [1, 2, 3, 4, 5] }))
    const { db } = services()
    await db.query({ text: `DELETE FROM mailroom.contact_rfm`, values: [] })
    const loop = segmentCounts(opened.mailroom)
    while ((await loop.turn({ ignoreSchedule: true })) === "more");
    const buyers = await db.query({
      text: `SELECT DISTINCT contact_id FROM mailroom.purchase_order WHERE canceled_at IS NULL`,
      values: [],
    })
    expect(await services().segments.get(id)).toMatchObject({ members: buyers.length })
    expect((await services().segments.list()).every((one) => one.counted_at !== null)).toBe(true)
  })

  it("put who bought the same number of times into the same fifth", async () => {
    const rows = await services().db.query<{ fifths: number }>({
      text: `SELECT count(DISTINCT r.frequency)::int AS fifths FROM mailroom.contact_rfm r
             JOIN (SELECT contact_id, sum(order_count) AS n FROM mailroom.contact_purchase_total GROUP BY 1) t USING (contact_id)
             GROUP BY t.n`,
      values: [],
    })
    expect(rows.map(({ fifths }) => fifths)).toEqual(rows.map(() => 1))
  })

  it("are there from the beginning, in the shop's language, and one that was deleted does not come back", async () => {
    const { segments } = services()
    const ready = async () => (await segments.list()).filter(({ id }) => READY.has(id)).map(({ name }) => name)
    await Promise.all([segments.ensureReady("de-AT"), segments.ensureReady("de-AT")])
    expect(await ready()).toHaveLength(READY.size)
    expect(await ready()).toContain("Beste Kunden")
    await segments.remove("mseg_champions")
    await segments.ensureReady("en")
    expect(await ready()).toHaveLength(READY.size - 1)
  })

  it("know somebody who has just come", async () => {
    const { contactId } = await aContact(opened.mailroom, "new.one@example.com")
    const rule = aRule({ kind: "topic", topic_id: "mtop_newsletters", state: "subscribed" })
    expect((await services().segmentMembers.explain(rule, contactId)).is_in).toBe(true)
  })
})
