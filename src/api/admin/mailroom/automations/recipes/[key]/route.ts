import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { recipeOf, RECIPES } from "../../../../../../core/automations/recipes/recipes"
import { installRecipe } from "../../../../../../runtime/install-recipe"
import { answer, parsed } from "../../../call"

/** In which language it and its templates are named; the mails speak both. */
const bodySchema = z.strictObject({ locale: z.enum(["en", "de"]).default("en") })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { locale } = parsed(bodySchema, body)
  const recipe = recipeOf(params.key!)
  if (!recipe) {
    const known = RECIPES.map(({ key }) => key).join(", ")
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no recipe "${params.key}"; known: ${known}.`)
  }
  return { id: await installRecipe(mailroom, { recipe, locale, by: actor.userId }) }
})
