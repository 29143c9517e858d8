import { contentOf } from "../core/automations/recipes/mail"
import { installed, type Recipe } from "../core/automations/recipes/recipe"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { publishTemplate } from "./publish-template"

type Asked = { recipe: Recipe; locale: "en" | "de"; by: string | null }

/** Its mails become ordinary templates, published; the automation is a draft, off. All of it or nothing. */
export async function installRecipe(mailroom: Mailroom, { recipe, locale, by }: Asked): Promise<string> {
  const made = new Map<string, string>()
  try {
    for (const mail of recipe.mails) {
      const { id, revision } = await mailroom.templateDrafts.create({
        name: mail.name[locale],
        content: contentOf(mail),
        by,
      })
      made.set(mail.key, id)
      await publishTemplate(mailroom, { id, revision, by })
    }
    const { draft, settings } = recipe
    return await mailroom.automationDrafts.create(
      { name: recipe.name[locale], draft: installed(draft, made), settings },
      { recipe: recipe.key },
    )
  } catch (error) {
    for (const id of made.values()) await mailroom.templateDrafts.remove(id)
    throw error
  }
}
