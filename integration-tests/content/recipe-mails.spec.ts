import { readFileSync } from "node:fs"
import path from "node:path"
import { automationSettingsSchema } from "../../src/core/automations/automation-settings"
import { RECIPES } from "../../src/core/automations/recipes/recipes"
import { triggerKindOf } from "../../src/core/automations/triggers/kinds"
import { LOCALES, type BuiltinLocale } from "../../src/core/templates/contexts"
import { lintContent } from "../../src/core/templates/lint-content"
import { sampleOccasions, sampleOffers } from "../../src/core/templates/samples"
import { compileContent } from "../../src/rendering/compile-content"
import { renderPreview } from "../../src/rendering/preview"
import { recipeMails } from "../../src/rendering/recipe-mails"
import { aBrand } from "./fixtures"

const cases = RECIPES.flatMap((recipe) =>
  recipeMails(recipe.key).map(({ key, content }) => ({ name: `${recipe.key} ${key}`, recipe, content })),
)

/** What every mail has, whatever it is about. */
const ALWAYS = ["shop", "unsubscribeUrl", "preferencesUrl", "viewUrl", "products"]
/** Tags of the catalogue that belong to the parts of a mail which each trigger says that it gives. */
const PARTS = ["customer", "contact", "order", "lines", "cart", "product", "event", "balance", "promotion"]

function rendered({ content }: (typeof cases)[number], locale: BuiltinLocale, given: Record<string, unknown>) {
  const brand = aBrand()
  const compiled = compileContent({ content, locale, shopLocale: "en", brand, isMarketing: true })
  const products = sampleOffers(locale, compiled.products ?? [])
  return { compiled, ...renderPreview({ compiled, locale, brand, context: { ...given, products }, isMarketing: true }) }
}

it("has the mails that the recipes name, in their order", () => {
  for (const { key, mails } of RECIPES)
    expect(recipeMails(key).map((mail) => mail.key)).toEqual(mails.map((mail) => mail.key))
})

it("stands in docs/recipes.md as it is", () => {
  const docs = readFileSync(path.join(__dirname, "../../docs/recipes.md"), "utf8")
  const rows = docs.split("\n").map((line) => line.replace(/\s+/g, " ").trim())
  const told = RECIPES.map(
    ({ key, name, draft, mails }) => `| \`${key}\` | ${name.en} | \`${draft.trigger!.kind}\` | ${mails.length} |`,
  )
  expect(told.filter((row) => !rows.some((line) => line.startsWith(row)))).toEqual([])
})

it("says in docs/recipes.md what becomes of its mails where there is no room, and their priority", () => {
  const docs = readFileSync(path.join(__dirname, "../../docs/recipes.md"), "utf8")
  const rows = docs.split("\n").map((line) => line.replace(/\s+/g, " ").trim())
  for (const { key, settings } of RECIPES) {
    const { whenCapped, deferDays, priority } = automationSettingsSchema.parse(settings ?? {})
    const room = whenCapped === "skip" ? "not sent" : `waits ${deferDays} days at most`
    const told = rows.filter((line) => line.startsWith(`| \`${key}\` |`) && line.endsWith(`| ${room} | ${priority} |`))
    expect([key, told.length]).toEqual([key, 1])
  }
})

describe.each(cases)("the mail $name", (one) => {
  it("leaves nothing to mend", () => {
    const findings = lintContent({ content: one.content, for: "automation", class: "marketing", shopLocale: "en" })
    expect(findings).toEqual([])
  })

  it.each(LOCALES)("is whole in %s: words, text part, a way out, small enough for Gmail", (locale) => {
    const mail = rendered(one, locale, sampleOccasions(locale))
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102 * 1024)
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\{\{|\{%|undefined|\[object/)
    for (const part of [mail.html, mail.text]) expect(part).toMatch(/unsubscribe[^]*2 Example Street/)
    if (locale === "en") return
    const english = rendered(one, "en", sampleOccasions("en"))
    expect([mail.subject, mail.text]).not.toEqual([english.subject, english.text])
    const { document } = one.content
    const words = document.kind === "blocks" ? document.translations[locale] : undefined
    expect(words).toMatchObject({ subject: expect.stringMatching(/\S/), preheader: expect.stringMatching(/\S/) })
  })

  it("speaks only of what its trigger gives, and greets people without a name", () => {
    const given = triggerKindOf(one.recipe.draft.trigger!.kind)!.variables
    const { compiled } = rendered(one, "en", sampleOccasions("en"))
    const roots = [...new Set(compiled.variables.map((path) => path.split(/[.[]/)[0]!))]
    const parts = roots.filter((root) => PARTS.includes(root))
    expect(parts.filter((root) => !given.includes(root))).toEqual([])
    expect(roots.filter((root) => !PARTS.includes(root) && !ALWAYS.includes(root))).toEqual([])
    const nameless = { ...sampleOccasions("en"), customer: { firstName: "", email: "x@example.com" } }
    const order = { ...nameless.order, firstName: "" }
    const mail = rendered(one, "en", { ...nameless, order })
    expect(mail.text).toContain("Hello,")
  })
})
