import { automationSettingsSchema } from "../automation-settings"
import { problemsOf } from "../problems"
import { installed, mailOf, RECIPE_KEYS } from "./recipe"
import { RECIPES } from "./recipes"

it("there is one recipe of each key", () => {
  expect(RECIPES.map(({ key }) => key)).toEqual([...RECIPE_KEYS])
})

describe.each(RECIPES.map((recipe) => [recipe.key, recipe] as const))("recipe %s", (_, recipe) => {
  const ids = new Map(recipe.mails.map(({ key }) => [key, `mtpl_${key}`]))
  const sends = recipe.draft.nodes.filter(({ kind }) => kind === "send_email")

  it("can be published as it is, with settings that there are", () => {
    expect(problemsOf(installed(recipe.draft, ids))).toEqual([])
    expect(automationSettingsSchema.parse(recipe.settings ?? {})).toMatchObject(recipe.settings ?? {})
  })

  it("sends each of its mails once, in the order of its list, as marketing", () => {
    expect(sends.map(({ settings }) => settings)).toEqual(
      recipe.mails.map(({ key }) => expect.objectContaining({ template: mailOf(key), class: "marketing" })),
    )
  })

  it("reaches every step from the first", () => {
    const { nodes } = recipe.draft
    const reached = new Set<string>([nodes[0]!.id])
    for (const id of reached)
      for (const to of Object.values(nodes.find((node) => node.id === id)!.exits)) if (to) reached.add(to)
    expect([...reached].sort()).toEqual(nodes.map(({ id }) => id).sort())
  })

  it("looks at the shop again before a mail about a cart, an order or a product", () => {
    const subject = /cart\.|order|product\./.exec(recipe.draft.trigger!.kind)
    if (!subject || recipe.draft.trigger!.kind.startsWith("customer.")) return
    for (const { settings } of sends) expect((settings as { onlyIf: string[] }).onlyIf).not.toEqual([])
  })
})

it("names the mail that a recipe does not have", () => {
  expect(() => installed(RECIPES[0]!.draft, new Map())).toThrow('no mail "hello"')
})
