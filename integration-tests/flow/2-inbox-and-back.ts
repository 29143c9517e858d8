import { headerOf, linkOf, SHOP_URL, type Flow } from "../support/flow"
import { ADA, BEN, type Person } from "../support/storefront"

type Loose = Record<string, never>

/** The person agrees on the shop's own form, opens the confirmation mail and presses its button. */
async function subscribe({ visit, inbox, drain, shop, mailroom }: Flow, person: Person): Promise<void> {
  const answer = await visit("/store/mailroom/subscriptions", {
    method: "POST",
    data: JSON.stringify({
      email: person.email,
      first_name: person.first_name,
      topics: ["newsletters"],
      tracking: true,
    }),
    headers: { "content-type": "application/json", ...shop.publishable },
  })
  expect(`${answer.status} ${answer.data}`).toMatch(/^202/)
  await drain()
  const mail = inbox.to(person.email).at(-1)!
  const confirm = linkOf(mail, "/mailroom/confirm/")
  await visit(confirm)
  const [before] = await mailroom.db.query<{ marketing: string }>({
    text: "SELECT marketing FROM mailroom.contact_address WHERE email_norm = $1",
    values: [person.email],
  })
  expect(before!.marketing).toBe("pending")
  await visit(confirm, { method: "POST" })
  inbox.clear()
}

/** A newsletter, written and sent as the owner does it. */
async function sendNewsletter({ owner, drain }: Flow, subject: string): Promise<string> {
  const { topics } = (await owner("GET", "topics")) as { topics: { id: string; slug: string }[] } & Loose
  const { mailing } = (await owner("POST", "mailings", {
    subject,
    preheader: "What is new",
    document: {
      kind: "blocks",
      blocks: [
        { type: "heading", text: 'Hello {{ contact.firstName | default: "friend" }}' },
        { type: "text", text: "New this week." },
        { type: "button", label: "To the shop", url: `${SHOP_URL}/new` },
      ],
    },
    topic_id: topics.find(({ slug }) => slug === "newsletters")!.id,
    is_tracked: true,
    is_copy_kept: true,
  })) as { mailing: { id: string } } & Loose
  await owner("POST", `mailings/${mailing.id}/send`, {})
  await drain()
  return mailing.id
}

/** Opens within seconds are a machine's: as if the mail had gone out an hour ago. */
const anHourPasses = ({ mailroom }: Flow) =>
  mailroom.db.query({
    text: `UPDATE mailroom.message SET settled_at = settled_at - interval '1 hour'`,
    values: [],
  })

/** What readers do with a mail comes back, and the owner sees it. */
export function fromInboxAndBack(flow: () => Flow): void {
  it("sends a newsletter to who subscribed, hears opens and clicks, and shows them in Outbox and report", async () => {
    const { inbox, visit, owner, shop, drain, mailroom } = flow()
    await shop.register(BEN)
    await drain()
    await subscribe(flow(), ADA)
    const id = await sendNewsletter(flow(), "Autumn news")

    const [mail] = inbox.to(ADA.email)
    expect(inbox.to(BEN.email)).toEqual([])
    expect(mail!.html).toContain(`Hello ${ADA.first_name}`)
    expect(headerOf(mail!, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click")
    expect(headerOf(mail!, "list-unsubscribe")).toContain(`<${SHOP_URL}/mailroom/u/`)
    expect(headerOf(mail!, "list-id")).toBeTruthy()
    expect(mail!.from!.address).toBe("news@example.com")

    await anHourPasses(flow())
    expect((await visit(linkOf(mail!, "/mailroom/o/"))).status).toBe(200)
    const click = await visit(linkOf(mail!, "/mailroom/c/"))
    expect(click.status).toBe(302)
    expect(click.headers.location).toContain(`${SHOP_URL}/new`)
    // What a slow machine had not stored when it answered is stored now.
    await mailroom.tracking.drain()

    const { messages } = (await owner("GET", `outbox?source_id=${id}`)) as { messages: { to: string }[] } & Loose
    // Beside hers there is the owner's own copy.
    const hers = messages.filter(({ to }) => to === ADA.email)
    expect(hers).toMatchObject([{ shown_status: "click", star: { colour: "green" } }])
    const { report } = (await owner("GET", `reports/${id}`)) as { report: object } & Loose
    expect(report).toMatchObject({ sent: 1, open: 1, open_rate: 1, tracked: 1, click: 1, unsubscribed: 0 })
  })

  it("lets people leave by one click: at once, for good, and receipts go on", async () => {
    const { inbox, visit, shop, drain } = flow()
    await subscribe(flow(), ADA)
    await subscribe(flow(), BEN)
    await sendNewsletter(flow(), "First")
    const oneClick = headerOf(inbox.to(ADA.email)[0]!, "list-unsubscribe")!.match(/<(https:[^>]+)>/)![1]!
    inbox.clear()

    expect((await visit(oneClick)).status).toBe(200)
    await sendNewsletter(flow(), "Second: a look at the page changed nothing")
    expect(inbox.to(ADA.email)).toHaveLength(1)
    inbox.clear()

    const left = await visit(oneClick, {
      method: "POST",
      data: "List-Unsubscribe=One-Click",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    })
    expect(left.status).toBe(200)
    expect(left.headers["set-cookie"]).toBeUndefined()
    await sendNewsletter(flow(), "Third")
    expect(inbox.to(ADA.email)).toEqual([])
    expect(inbox.to(BEN.email)).toHaveLength(1)

    await shop.placeOrder(ADA)
    await drain()
    expect(inbox.to(ADA.email)).toHaveLength(1)
  })

  it("reminds of an abandoned cart who agreed, and never who has bought meanwhile", async () => {
    const { shop, inbox, drain, shopSql, visit, mailroom } = flow()
    await subscribe(flow(), ADA)
    await subscribe(flow(), BEN)
    await shop.leaveCart(ADA)
    const bought = await shop.leaveCart(BEN)
    await drain()
    // As if the shop had run all day: what was left before the reminder was switched on is never mailed.
    await mailroom.db.query({
      text: "UPDATE mailroom.automation SET switched_on_at = switched_on_at - interval '1 day'",
      values: [],
    })
    await shopSql(`UPDATE cart SET updated_at = now() - interval '3 hours', created_at = now() - interval '3 hours'`)
    await shopSql(
      `UPDATE cart_line_item SET updated_at = now() - interval '3 hours', created_at = now() - interval '3 hours'`,
    )
    await shop.buyCart(bought)
    await drain()

    const reminder = inbox.to(ADA.email).find((mail) => mail.html!.includes("/mailroom/cart/"))
    expect(reminder).toBeDefined()
    expect(inbox.to(BEN.email).filter((mail) => mail.html!.includes("/mailroom/cart/"))).toEqual([])
    expect((await visit(linkOf(reminder!, "/mailroom/cart/"))).status).toBe(200)
    expect(inbox.to(ADA.email)).toHaveLength(1)
  })

  it("tells a distributor that his product was bought: just those lines, no shopper, no prices unless ticked", async () => {
    const { shop, inbox, drain, owner } = flow()
    const [his, other] = [shop.wares[0]!, shop.wares.find(({ productId }) => productId !== shop.wares[0]!.productId)!]
    const { custom_action: action } = (await owner("POST", "custom-actions", {
      name: "Tell the distributor",
      is_on: true,
      match: { kind: "product", ids: [his.productId] },
      recipients: [{ field: "to", by: "address", value: "distributor@example.net" }],
      heading: "Please send",
      text: "These were bought in our shop.",
      with_shopper: false,
      with_prices: false,
      locale: "en",
    })) as { custom_action: { id: string } } & Loose
    await shop.placeOrder(ADA, [his, other])
    await drain()

    const [notice, ...more] = inbox.to("distributor@example.net")
    expect(more).toEqual([])
    expect(notice!.text).toContain(his.title)
    expect(notice!.text).not.toContain(other.title)
    expect(notice!.html).not.toContain(ADA.email)
    expect(notice!.text).not.toMatch(/€|EUR/)

    const trial = (await owner("POST", `custom-actions/${action.id}/try`, {})) as never as { mails: object[] }
    expect(trial.mails).toHaveLength(1)
    expect(inbox.to("distributor@example.net")).toHaveLength(1)
  })
}
