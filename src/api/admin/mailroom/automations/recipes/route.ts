import { RECIPES } from "../../../../../core/automations/recipes/recipes"
import { answer } from "../../call"

/** What can be installed, in English and German. */
export const GET = answer(async () => ({
  recipes: RECIPES.map(({ key, name, description, draft, mails }) => ({
    key,
    name,
    description,
    trigger: draft.trigger!.kind,
    mails: mails.length,
    steps: draft.nodes.length,
  })),
}))
