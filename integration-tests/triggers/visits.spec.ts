import { mintVisitorToken, readToken, signingKeyOf } from "../../src/core/tracking/tokens"
import { openLater, openMailroom } from "../support/database"
import { aMessage, markSent } from "../support/messages"
import { aContact, subscribedTo } from "../support/people"
import { aShop } from "../support/shop"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("visits of the storefront (F10, F20)", () => {
  let opened: Opened
  let people = 0
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
    opened.mailroom.shop = aShop()
    await rows(
      `INSERT INTO mailroom.product (product_id, title, handle, status) VALUES ('prod_boots', 'Boots', 'boots', 'published')`,
    )
  })
  afterAll(() => opened.close())

  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  const TRACKED = [...subscribedTo("mtop_newsletters"), { purpose: "tracking", action: "grant" } as const]
  const somebody = (said = TRACKED) => aContact(opened.mailroom, `visitor${++people}@example.com`, said)
  const tokenFor = async (contactId: string, until = new Date(Date.now() + 3_600_000)) =>
    mintVisitorToken({ key: signingKeyOf(await opened.mailroom.keyring.signingKeys()), contactId, until })
  const seen = (contactId: string) =>
    rows("SELECT kind, path, subject_id FROM mailroom.visit WHERE contact_id = $1 ORDER BY kind", contactId)
  const look = (visitor: string, ...pages: { path: string; product?: string; category?: string }[]) =>
    opened.mailroom.visits.record({ visitor, pages })

  it("are kept of a person who is known and agreed: the site, the page and what it shows", async () => {
    const { contactId } = await somebody()
    expect(await look(await tokenFor(contactId), { path: "/at/products/boots" })).toBe("known")
    expect(await seen(contactId)).toEqual([
      { kind: "page", path: "/products/boots", subject_id: null },
      { kind: "product", path: "/products/boots", subject_id: "prod_boots" },
      { kind: "site", path: "/products/boots", subject_id: null },
    ])
  })

  it("name a category by the shop's id, and a product that the address does not show by the storefront's word", async () => {
    const { contactId } = await somebody()
    const token = await tokenFor(contactId)
    await look(token, { path: "/at/categories/shoes/rain" }, { path: "/landing", product: "prod_boots" })
    await look(token, { path: "/categories/no-such" }, { path: "/products/unknown" })
    const shown = (await seen(contactId)).filter(({ subject_id }) => subject_id)
    expect(shown.map(({ subject_id }) => subject_id)).toEqual(["pcat_rain", "prod_boots"])
  })

  it("are one visit of the site until half an hour has passed without a page", async () => {
    const { contactId } = await somebody()
    const token = await tokenFor(contactId, new Date(Date.now() + 9 * 3_600_000))
    await look(token, { path: "/a" })
    await look(token, { path: "/b" })
    const later = await openLater(opened.url, "31minutes")
    await later.mailroom.visits.record({ visitor: token, pages: [{ path: "/c" }] })
    await later.close()
    expect((await seen(contactId)).filter(({ kind }) => kind === "site")).toHaveLength(2)
    expect(await rows("SELECT visits FROM mailroom.visitor WHERE contact_id = $1", contactId)).toEqual([{ visits: 2 }])
  })

  it.each([
    ["never said a word about tracking", subscribedTo("mtop_newsletters")],
    ["said no", [{ purpose: "tracking", action: "withdraw" } as const]],
  ])("are not kept of somebody who %s, and the script is told to forget", async (_words, said) => {
    const { contactId } = await somebody(said as never)
    expect(await look(await tokenFor(contactId), { path: "/" })).toBe("unknown")
    expect(await seen(contactId)).toEqual([])
  })

  it("end with the person's withdrawal, whatever token the browser still has", async () => {
    const { mailroom } = opened
    const { contactId, addressId } = await somebody()
    const token = await tokenFor(contactId)
    await look(token, { path: "/" })
    await mailroom.db.transaction((tx) =>
      mailroom.consent.append(tx, [{ addressId, said: [{ purpose: "tracking", action: "withdraw" }] }], {
        source: "page",
        actor: "contact",
      }),
    )
    expect(await look(token, { path: "/again" })).toBe("unknown")
  })

  it("are refused with a forged token, one that is over, and one of another kind", async () => {
    const { contactId } = await somebody()
    const token = await tokenFor(contactId)
    const mail = await aMessage(opened.mailroom, await somebody())
    for (const wrong of [
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      "x",
      await tokenFor(contactId, new Date(Date.now() - 3_700_000)),
      mail,
    ])
      expect(await look(wrong, { path: "/" })).toBe("unknown")
    expect(await seen(contactId)).toEqual([])
  })

  it("are refused beyond sixty pages a minute of one person", async () => {
    const { contactId } = await somebody()
    const token = await tokenFor(contactId)
    const twenty = Array.from({ length: 20 }, (_, n) => ({ path: `/${n}` }))
    const answers: string[] = []
    for (let n = 0; n < 4; n++) answers.push(await look(token, ...twenty))
    expect(answers).toEqual(["known", "known", "known", "too_many"])
  })

  it("begin with the link of a mail: its reader is known, where he agreed", async () => {
    const { mailroom } = opened
    const [ada, joan] = [await somebody(), await somebody(subscribedTo("mtop_newsletters"))]
    const mails = [await aMessage(mailroom, ada), await aMessage(mailroom, joan)]
    for (const id of mails) await markSent(mailroom, id)
    const token = await mailroom.visits.tokenOfReader(mails[0]!)
    expect(readToken(await mailroom.keyring.signingKeys(), token!)).toMatchObject({
      type: "w",
      contactId: ada.contactId,
    })
    expect(await mailroom.visits.tokenOfReader(mails[1]!)).toBeNull()
  })

  it("are given out and erased with the person", async () => {
    const { mailroom } = opened
    const { contactId, emailNorm } = await somebody()
    await look(await tokenFor(contactId), { path: "/products/boots" })
    await mailroom.erasures.erase(contactId, { confirm: emailNorm, by: null })
    while (await mailroom.erasures.advance());
    expect(await seen(contactId)).toEqual([])
    expect(await rows("SELECT 1 FROM mailroom.visitor WHERE contact_id = $1", contactId)).toEqual([])
    expect(await look(await tokenFor(contactId), { path: "/" })).toBe("unknown")
  })
})
