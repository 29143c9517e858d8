import PostalMime from "postal-mime"
import { mailingPlanner } from "../../src/runtime/mailing-planner"
import { sendTestMailing } from "../../src/runtime/send-test-mailing"
import { aContact } from "../support/people"
import { openDelivery } from "../support/delivery"
import { aShop, type MemoryShop } from "../support/shop"

type Opened = Awaited<ReturnType<typeof openDelivery>>

const PDF = Buffer.from("%PDF-1.7\n.\n..\nA line that begins with a dot\n")
const document = { kind: "text", text: "Hello\n\nSee https://shop.example/sale." }

describe("attachments of a mailing", () => {
  let opened: Opened
  let shop: MemoryShop

  beforeEach(async () => {
    opened = await openDelivery({ settings: { delivery: { mode: "live" } } })
    shop = aShop()
    opened.mailroom.shop = shop
    const { readiness } = opened.mailroom
    const state = await readiness.state()
    readiness.state = async () => ({ ...state, ready: true, marketing_ready: true, findings: [] })
  })
  afterEach(() => opened.close())

  const aDraft = (change = {}) =>
    opened.mailroom.mailings.create({ subject: "Terms", document, topic_id: "mtop_newsletters", ...change }, "user_1")
  const add = (mailingId: string, name: string, bytes: Buffer) =>
    opened.mailroom.attachments.add(mailingId, { name, bytes, length: bytes.length, by: "user_1" })

  async function send(id: string): Promise<void> {
    await opened.mailroom.mailingDispatch.sendNow(id)
    const planner = mailingPlanner(opened.mailroom)
    while ((await planner.turn({ ignoreSchedule: true })) === "more") continue
    await opened.drain(opened.dispatcher({ compiled: undefined }))
  }
  const received = () => Promise.all(opened.sink.mails.map(({ raw }) => PostalMime.parse(raw)))

  it("go with every mail, byte for byte, and are read once however many people get it", async () => {
    for (const name of ["a", "b", "c"]) await aContact(opened.mailroom, `${name}@files.example`)
    const { id } = await aDraft()
    await add(id, "Größen.pdf", PDF)
    await add(id, "notes.txt", Buffer.from("two\n"))
    await send(id)
    const mails = await received()
    expect(mails.map(({ to }) => to?.[0]?.address).sort()).toEqual([
      "a@files.example",
      "b@files.example",
      "c@files.example",
    ])
    for (const mail of mails) {
      expect(mail.text).toContain("https://shop.example/sale")
      expect(mail.html).toContain("https://shop.example/sale")
      expect(
        mail.attachments.map(({ filename, mimeType, content }) => [
          filename,
          mimeType,
          Buffer.from(content as ArrayBuffer).toString(),
        ]),
      ).toEqual([
        ["Größen.pdf", "application/pdf", PDF.toString()],
        ["notes.txt", "text/plain", "two\n"],
      ])
    }
    expect(shop.filesRead).toHaveLength(2)
  })

  it("go with a test mail, too, and with a text alone", async () => {
    const { id } = await aDraft({ is_tracked: false, format: "text" })
    await add(id, "terms.pdf", PDF)
    await sendTestMailing(opened.mailroom, { mailingId: id, email: "me@shop.example", by: null })
    await opened.drain(opened.dispatcher({ compiled: undefined }))
    const [mail] = await received()
    expect(mail!.html).toBeUndefined()
    expect(mail!.text).toContain("Hello")
    expect(mail!.attachments.map(({ filename }) => filename)).toEqual(["terms.pdf"])
  })

  it("wait when their file is not what was attached, and go when it is back", async () => {
    await aContact(opened.mailroom, "a@files.example")
    const { id } = await aDraft()
    await add(id, "terms.pdf", PDF)
    const [[fileId]] = [...shop.files.entries()] as [[string, Buffer]]
    shop.files.set(fileId, Buffer.from("%PDF something else"))
    await send(id)
    expect(opened.sink.mails).toEqual([])
    shop.files.set(fileId, PDF)
    await opened.later("due")
    await opened.drain(opened.dispatcher({ compiled: undefined }))
    expect(opened.sink.mails).toHaveLength(1)
  })

  it("are refused by kind and size, and nothing of them stays", async () => {
    const { id } = await aDraft()
    await expect(add(id, "run.exe", PDF)).rejects.toThrow('"run.exe" is of a kind that mail filters refuse')
    await expect(add(id, "terms.pdf", Buffer.from("MZ"))).rejects.toThrow("not the PDF file")
    const large = { name: "film.pdf", bytes: null, length: 30 * 1024 * 1024, by: null }
    await expect(opened.mailroom.attachments.add(id, large)).rejects.toThrow(
      '"film.pdf" has 30 MB; a mail takes 10 MB.',
    )
    expect(shop.files.size).toBe(0)
  })

  it("lose their file when they are removed, unless a copy of the mailing or a mail that was sent has it", async () => {
    const { mailings, attachments } = opened.mailroom
    const { id } = await aDraft()
    const file = await add(id, "terms.pdf", PDF)
    const copy = await mailings.duplicate(id, null)
    const [copied] = await attachments.list(copy.id)
    expect(copied).toMatchObject({ name: "terms.pdf", bytes: PDF.length })
    await attachments.remove(id, file.id)
    expect(shop.files.size).toBe(1)
    await sendTestMailing(opened.mailroom, { mailingId: copy.id, email: "me@shop.example", by: null })
    await attachments.remove(copy.id, copied!.id)
    expect(shop.files.size).toBe(1)
    const other = await add(copy.id, "other.pdf", PDF)
    await attachments.remove(copy.id, other.id)
    expect(shop.files.size).toBe(1)
    await expect(attachments.remove(copy.id, other.id)).rejects.toThrow("There is no attachment")
  })

  it("cannot be changed once the mailing goes out", async () => {
    await aContact(opened.mailroom, "a@files.example")
    const { id } = await aDraft()
    const file = await add(id, "terms.pdf", PDF)
    await send(id)
    await expect(add(id, "more.pdf", PDF)).rejects.toThrow("while a mailing is a draft")
    await expect(opened.mailroom.attachments.remove(id, file.id)).rejects.toThrow("while a mailing is a draft")
    expect(shop.files.size).toBe(1)
  })
})
