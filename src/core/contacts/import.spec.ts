import fc from "fast-check"
import { importPlanSchema, IMPORT_STATUSES, planProblem, type ImportPlan } from "./import-plan"
import { suggestImport } from "./import-presets"
import { readImportRow } from "./import-row"
import { readSuppressionRow } from "./import-suppression-row"
import { consentEnd, judgeImport, type ImportFacts } from "./judge-import"

const now = new Date("2026-03-01T12:00:00Z")
const plan = (change: Partial<ImportPlan>): ImportPlan => ({ ...importPlanSchema.parse({ columns: [] }), ...change })

const suggest = (fileName: string, header: string) =>
  suggestImport({ kind: "contacts", fileName, columns: header.split(",") })

describe("exports of the big services", () => {
  const MAILCHIMP =
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CC,LAST_CHANGED,LEID,EUID,NOTES,TAGS"

  it.each<[string, string, string, string | null, string]>([
    ["Mailchimp's subscribed", "subscribed_email_audience_export_1.csv", MAILCHIMP, "mailchimp", "subscribed"],
    [
      "its unsubscribed",
      "unsubscribed_email_audience_export.csv",
      `${MAILCHIMP},UNSUB_TIME,UNSUB_REASON`,
      "mailchimp",
      "unsubscribed",
    ],
    ["its cleaned", "members.csv", `${MAILCHIMP},CLEAN_TIME,CLEAN_CAMPAIGN_TITLE`, "mailchimp", "bounced"],
    ["its never subscribed", "nonsubscribed_email_audience_export.csv", MAILCHIMP, "mailchimp", "contact"],
    [
      "Klaviyo's",
      "list.csv",
      "Email,Klaviyo ID,First Name,Email Marketing Consent,Email Marketing Consent Timestamp",
      "klaviyo",
      "contact",
    ],
    ["Brevo's", "contacts.csv", "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,ADDED_TIME,MODIFIED_TIME", "brevo", "contact"],
    [
      "Sendinblue's",
      "contacts.csv",
      "EMAIL,PRENOM,NOM,SMS,EMAIL_BLACKLISTED,SMS_BLACKLISTED,OPT_IN",
      "sendinblue",
      "contact",
    ],
    ["MailerLite's", "subs.csv", "Subscriber,Status,Opted in,Signup IP,Name,Last name", "mailerlite", "contact"],
    [
      "Constant Contact's",
      "c.csv",
      "Email address,First name,Last name,Email status,Email permission status",
      "constant_contact",
      "contact",
    ],
    [
      "Shopify's",
      "customers_export.csv",
      "First Name,Last Name,Email,Accepts Email Marketing,Default Address Country Code,Tags",
      "shopify",
      "contact",
    ],
    ["nobody's", "Kunden.csv", "E-Mail,Vorname,Nachname,Geburtstag", null, "contact"],
  ])("%s are recognised", (_, file, header, preset, status) => {
    const suggestion = suggest(file, header)
    expect([suggestion.preset, suggestion.status]).toEqual([preset, status])
    expect(suggestion.columns).toContain("email")
    const named = suggestion.columns.filter((one) => one !== null)
    expect(new Set(named).size).toBe(named.length)
  })

  it("Sendinblue's French columns and its blacklist", () => {
    expect(suggest("x.csv", "EMAIL,PRENOM,NOM,EMAIL_BLACKLISTED,OPT_IN").columns).toEqual([
      "email",
      "first_name",
      "last_name",
      "status",
      null,
    ])
  })
  it("a plain list of addresses", () => {
    expect(suggest("list.txt", "Column 1").columns).toEqual(["email"])
  })
})

describe("a row", () => {
  const columns = [
    "email",
    "status",
    "consented_at",
    "tags",
    "country",
    "birthday",
    "full_name",
    "field:shoe",
  ] as ImportPlan["columns"]
  const FIELDS = [{ key: "shoe", label: "Shoe", type: "number" as const, choices: [] }]
  const names = ["Email", "Status", "Since", "Tags", "Country", "Birthday", "Name", "Shoe"]
  const read = (cells: string[], change: Partial<ImportPlan> = {}) =>
    readImportRow({ n: 7, cells }, plan({ columns, ...change }), { columns: names, fields: FIELDS, now })

  it("becomes a person with everything that can be understood", () => {
    const row = read([
      "Ada@Example.com ",
      "Active",
      "2025-01-31 10:00:00",
      '"VIP","Blog"',
      "Deutschland",
      "1815-12-10",
      "Ada King Lovelace",
      " 38\n",
    ])
    expect(row).toMatchObject({
      ok: true,
      person: {
        email: "Ada@example.com",
        emailNorm: "ada@example.com",
        status: "subscribed",
        consentedAt: new Date("2025-01-31T10:00:00Z"),
        tags: ["VIP", "Blog"],
        profile: { first_name: "Ada", last_name: "King Lovelace", country: "DE", birthday: null },
        fields: { shoe: 38 },
        leftOut: 0,
      },
    })
  })
  it.each<[string[], string]>([
    [["nobody"], '"nobody" is no e-mail address'],
    [["a@b.co, c@d.co"], "is no e-mail address"],
    [["a@b.co", "perhaps"], '"perhaps" in the column of states'],
    [["a@b.co", "", "31/01/2025"], '"31/01/2025" is no date of the past'],
    [["a@b.co", "", "2031-01-01"], '"2031-01-01" is no date of the past'],
  ])("%j is refused with its reason", (cells, sentence) => {
    const row = read(cells)
    expect(row.ok ? "" : row.problem).toContain(sentence)
  })
  it("takes the file's word where its own is missing, and dates as they are written there", () => {
    const row = read(["a@b.co", "", "31/01/2025 14:30"], { status: "bounced", dates: "day_first" })
    expect(row).toMatchObject({ person: { status: "bounced", consentedAt: new Date("2025-01-31T14:30:00Z") } })
  })
  it("with a day of leaving has left, whatever the file is called", () => {
    const left = readImportRow(
      { n: 1, cells: ["a@b.co", "2024-05-05"] },
      plan({ columns: ["email", "left_at"], status: "subscribed" }),
      { columns: ["Email", "UNSUB_TIME"], fields: [], now },
    )
    expect(left).toMatchObject({ person: { status: "unsubscribed", leftAt: new Date("2024-05-05T00:00:00Z") } })
  })
  it("of a blacklist column: yes is left, no says nothing", () => {
    const blacklist = (word: string) =>
      readImportRow({ n: 1, cells: ["a@b.co", word] }, plan({ columns: ["email", "status"], status: "subscribed" }), {
        columns: ["EMAIL", "EMAIL_BLACKLISTED"],
        fields: [],
        now,
      })
    expect(blacklist("Yes")).toMatchObject({ person: { status: "unsubscribed" } })
    expect(blacklist("No")).toMatchObject({ person: { status: "subscribed" } })
  })
})

describe("a row of a suppression list", () => {
  const read = (cells: string[], change: Partial<ImportPlan> = {}) =>
    readSuppressionRow({ n: 1, cells }, plan({ columns: ["email", "reason"], ...change }))

  it.each<[string[], object]>([
    [
      ["Ada@Example.com", "HARD_BOUNCE"],
      { address: { emailNorm: "ada@example.com" }, reason: "hard_bounce", scope: "all" },
    ],
    [["ada@example.com", "spam complaint"], { reason: "complaint", scope: "marketing" }],
    [["ada@example.com", ""], { reason: "manual", scope: "all" }],
    [["@Example.com"], { address: null, domain: "example.com" }],
    [["example.co.uk"], { address: null, domain: "example.co.uk" }],
  ])("%j", (cells, wanted) => expect(read(cells)).toMatchObject({ ok: true, suppression: wanted }))
  it("is refused when it is neither", () => expect(read(["???"])).toMatchObject({ ok: false }))
})

describe("a plan", () => {
  const agreement = {
    basis: "express_doi",
    wording: "Yes, mail me.",
    date: "2025-01-01",
    locale: "en",
    note: "",
  } as const
  it.each<[Partial<ImportPlan>, string | null]>([
    [{ columns: ["email"] }, null],
    [{ columns: ["first_name"] }, 'no column is mapped to "email"'],
    [{ columns: ["email", "email"] }, 'two columns are mapped to "email"'],
    [{ columns: ["email"], status: "subscribed" }, "legal basis, the wording and a date"],
    [{ columns: ["email", "status"] }, "legal basis, the wording and a date"],
    [{ columns: ["email"], status: "subscribed", agreement }, null],
  ])("%j", (change, problem) => {
    const found = planProblem("contacts", plan(change))
    if (problem === null) expect(found).toBeNull()
    else expect(found).toContain(problem)
  })
})

describe("what an import may do", () => {
  const facts = (change: Partial<ImportFacts> = {}): ImportFacts => ({
    status: "subscribed",
    consentExpiresAt: null,
    now,
    known: null,
    suppressions: [],
    topicIds: ["news"],
    ...change,
  })
  const known = (marketing: "never_asked" | "subscribed" | "unsubscribed", topics = {}) => ({ marketing, topics })
  const held = (reason: string, scope: "all" | "marketing" | "topic" = "marketing", isDomain = false) => [
    { reason, scope, topicId: scope === "topic" ? "news" : null, isDomain },
  ]

  it.each<[string, Partial<ImportFacts>, object]>([
    ["a new address", {}, { outcome: "subscribed", topicIds: ["news"] }],
    ["one never asked", { known: known("never_asked") }, { outcome: "subscribed" }],
    [
      "one with all of it",
      { known: known("subscribed", { news: "subscribed" }) },
      { outcome: "already_subscribed", topicIds: [] },
    ],
    ["one who left", { known: known("unsubscribed") }, { outcome: "kept_unsubscribed" }],
    [
      "one who left this topic",
      { known: known("subscribed", { news: "unsubscribed" }) },
      { outcome: "already_subscribed", topicIds: [] },
    ],
    [
      "a topic that is blocked",
      { known: known("never_asked"), suppressions: held("unsubscribed", "topic") },
      { outcome: "subscribed", topicIds: [] },
    ],
    ["a complaint", { suppressions: held("complaint") }, { outcome: "kept_complaint" }],
    ["a dead address", { suppressions: held("hard_bounce", "all") }, { outcome: "kept_hard_bounce" }],
    ["a blocked domain", { suppressions: held("manual", "all", true) }, { outcome: "kept_domain" }],
    ["an erased person", { suppressions: held("erasure") }, { outcome: "erased", makesContact: false }],
    [
      "an erased person who left, too",
      { status: "unsubscribed", suppressions: held("erasure") },
      { outcome: "erased", makesContact: false },
    ],
    ["consent that has ended", { consentExpiresAt: new Date("2026-01-01") }, { outcome: "consent_expired" }],
    ["a no", { status: "unsubscribed", known: known("subscribed") }, { outcome: "unsubscribed" }],
    ["a second no", { status: "unsubscribed", known: known("unsubscribed") }, { outcome: "already_unsubscribed" }],
  ])("%s", (_, change, wanted) => expect(judgeImport(facts(change))).toMatchObject(wanted))

  it("never turns any no into a yes", () => {
    const suppression = fc.record({
      scope: fc.constantFrom("all" as const, "marketing" as const),
      topicId: fc.constant(null),
      reason: fc.constantFrom("hard_bounce", "soft_bounces", "complaint", "manual", "unsubscribed", "erasure"),
      isDomain: fc.boolean(),
    })
    const marketing = fc.constantFrom(
      "never_asked" as const,
      "pending" as const,
      "subscribed" as const,
      "unsubscribed" as const,
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...IMPORT_STATUSES),
        fc.array(suppression, { maxLength: 2 }),
        fc.option(marketing),
        (status, suppressions, was) => {
          const { outcome } = judgeImport(
            facts({ status, suppressions, known: was ? { marketing: was, topics: {} } : null }),
          )
          if (suppressions.length > 0 || was === "unsubscribed") expect(outcome).not.toBe("subscribed")
        },
      ),
    )
  })

  it("ends implied consent as CASL does", () => {
    expect(consentEnd("casl_implied_purchase", now)).toEqual(new Date("2028-02-29T12:00:00Z"))
    expect(consentEnd("casl_implied_inquiry", now)).toEqual(new Date("2026-08-31T12:00:00Z"))
    expect(consentEnd("express_doi", now)).toBeNull()
  })
})
