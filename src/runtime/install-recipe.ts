import { copyNumber, nameOfCopy } from "../core/automations/recipes/copy-number"
import { installed, type Recipe } from "../core/automations/recipes/recipe"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectNamesLike } from "../modules/mailroom/sql/automation-drafts"
import { recipeMails } from "../rendering/recipe-mails"
import { compileEverywhere } from "./publish-template"

type Asked = { recipe: Recipe; locale: "en" | "de"; by: string | null }

/**
 * Its mails become ordinary templates, published; the automation is a draft, off. All of it or nothing. Installed again it
 * is another copy with a name and templates of its own. Answers the automation's id.
 */
export async function installRecipe(mailroom: Mailroom, { recipe, locale, by }: Asked): Promise<string> {
  const { automationDrafts, templateDrafts } = mailroom
  const mails = await compiledMails(mailroom, recipe)
  return mailroom.db.transaction(async (tx) => {
    const wanted = recipe.name[locale]
    const taken = await tx.query<{ name: string }>(selectNamesLike(wanted))
    const copy = copyNumber(
      wanted,
      taken.map(({ name }) => name),
    )
    const templates = new Map<string, string>()
    for (const { key, name } of recipe.mails)
      templates.set(
        key,
        await templateDrafts.createLive(tx, { name: nameOfCopy(name[locale], copy), ...mails.get(key)!, by }),
      )
    const automation = {
      name: nameOfCopy(wanted, copy),
      draft: installed(recipe.draft, templates),
      settings: recipe.settings,
    }
    return automationDrafts.create(automation, { recipe: recipe.key }, tx)
  })
}

/** Before the transaction: compiling takes a while and reads the brand on a connection of its own. */
async function compiledMails(mailroom: Mailroom, { key: recipe }: Recipe) {
  const mails = recipeMails(recipe).map(async ({ key, content }) => {
    const compiled = await compileEverywhere(mailroom, { content, key: null, class: "marketing" })
    return [key, { content, compiled }] as const
  })
  return new Map(await Promise.all(mails))
}
