import { lintContent } from "../../templates/lint-content"
import { problemsOf } from "../problems"
import { contentOf } from "./mail"
import { installed } from "./recipe"
import { RECIPES } from "./recipes"

/** What the occasion brings along, beside what every template of one's own has. */
const BROUGHT = /^(cart|product)\./

describe.each(RECIPES.map((recipe) => [recipe.key, recipe] as const))("recipe %s", (_, recipe) => {
  const ids = new Map(recipe.mails.map(({ key }) => [key, `mtpl_${key}`]))
  const draft = installed(recipe.draft, ids)

  it("can be published as it is", () => {
    expect(problemsOf(draft)).toEqual([])
  })

  it("sends each of its mails, and none that it does not have", () => {
    const sent = draft.nodes.flatMap(({ kind, settings }) =>
      kind === "send_email" ? [(settings as { template: string }).template] : [],
    )
    expect(sent.sort()).toEqual([...ids.values()].sort())
  })

  it.each(recipe.mails.map((mail) => [mail.key, mail] as const))(
    "has all words of %s in English and German",
    (_, mail) => {
      const content = contentOf(mail)
      const findings = lintContent({ content, for: "newsletter", class: "marketing", shopLocale: "en" })
      const others = findings.filter(
        ({ key, values }) => key !== "unknown_variable" || !BROUGHT.test(String(values.name)),
      )
      expect(others).toEqual([])
      const { document } = content
      const german = document.kind === "blocks" ? document.translations.de : undefined
      expect(german).toMatchObject({ subject: mail.subject.de, preheader: mail.preheader.de })
      for (const { block } of mail.blocks)
        if ("content" in block || "label" in block) expect(Object.keys(german!.blocks!)).toContain(block.id)
    },
  )
})
