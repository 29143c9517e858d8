import { contentSchema, type MailContent } from "../../src/core/templates/document"
import { lintAsked, previewContent } from "../../src/runtime/preview-content"
import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>

/** Fields of the merchant's own in a mail: found, printed in the reader's language, and with a word where there is none. */
describe("a contact's own fields in a newsletter", () => {
  let opened: Opened
  let contactId: string
  beforeAll(async () => {
    opened = await openMailroom()
    const { contactFields, profiles } = opened.mailroom
    await contactFields.create({ key: "shoe_size", label: "Shoe size", type: "number" })
    await contactFields.create({ key: "birthday", label: "Birthday", type: "date" })
    contactId = await profiles.create({
      email: "ada@example.com",
      first_name: "Ada",
      fields: { shoe_size: 38.5, birthday: "1990-05-17" },
    })
  })
  afterAll(() => opened.close())

  const letter = (text: string): MailContent =>
    contentSchema.parse({ subject: text, document: { version: 2, kind: "text", locale: "en", text } })
  const asked = (text: string) => ({ for: "newsletter" as const, content: letter(text) })
  const TEXT = 'Size {{ contact.fields.shoe_size | field | default: "?" }}, born {{ contact.fields.birthday | field }}'

  it("are printed as the reader's language writes numbers and days", async () => {
    const english = await previewContent(opened.mailroom, { ...asked(TEXT), contact_id: contactId, locale: "en" })
    expect(english.subject).toBe("Size 38.5, born May 17, 1990")
    const german = await previewContent(opened.mailroom, { ...asked(TEXT), contact_id: contactId, locale: "de" })
    expect(german.subject).toBe("Size 38,5, born 17. Mai 1990")
  })

  it("have a word for who has none, and one of each kind for a made-up reader", async () => {
    const id = await opened.mailroom.profiles.create({ email: "bob@example.com" })
    const none = await previewContent(opened.mailroom, { ...asked(TEXT), contact_id: id, locale: "en" })
    expect(none.subject).toBe("Size ?, born")
    expect((await previewContent(opened.mailroom, { ...asked(TEXT), locale: "en" })).subject).toContain("Size 42")
  })

  it("are known to the check while one writes, and one that is not there is told", async () => {
    expect((await lintAsked(opened.mailroom, asked(TEXT))).findings.map(({ key }) => key)).not.toContain(
      "unknown_variable",
    )
    const { findings } = await lintAsked(opened.mailroom, asked("{{ contact.fields.hat_size | field }}"))
    expect(findings).toContainEqual(
      expect.objectContaining({ key: "unknown_variable", values: { name: "contact.fields.hat_size" } }),
    )
  })
})
