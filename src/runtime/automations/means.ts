import type { PlacedEffect } from "../../core/automations/effects"
import type { PromotionContext } from "../../core/shop/promotions"
import type { Settings } from "../../core/settings/settings"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { StepKey } from "../../modules/mailroom/services/automation-steps"
import { TemplateMissing } from "../template-missing"
import { factsOf, type Walk } from "./walk"

/** What the mails of a batch need and no transaction must wait for: read before it is opened. */
export type Means = {
  settings: Settings
  regionLocales: ReadonlyMap<string, string | null>
  /** The codes that can still be used, by entrant: `{{ promotion.code }}`. */
  promotions: ReadonlyMap<string, PromotionContext>
  /** Throws for a template that is not there. */
  versionOf(template: string): string
  senderOf(asked: { id: string | null; salesChannelId: string | null }): string | null
}

/** A second connection inside a transaction could wait for ever in a small pool, so all reading is done here. */
export async function meansFor(mailroom: Mailroom, walks: Walk[]): Promise<Means> {
  const effects = walks.flatMap(({ step }) => (step?.kind === "moved" ? step.moved.effects : []))
  const versions = new Map<string, string | null>()
  for (const template of new Set(effects.flatMap(templateOf)))
    versions.set(template, await mailroom.templates.liveVersionOf(template))
  const regions = new Set(walks.flatMap((walk) => factsOf(walk)?.regionId ?? []))
  const regionLocales = new Map<string, string | null>()
  if (effects.length > 0)
    for (const region of regions) regionLocales.set(region, (await mailroom.shop?.regionLocale(region)) ?? null)
  const mailed = walks.filter(({ step }) => step?.kind === "moved" && step.moved.effects.some(isMail))
  await mailroom.automationSteps.number(stepsOf(walks))
  const senders = await mailroom.senders.list()
  return {
    settings: await mailroom.settings.read(),
    regionLocales,
    promotions: await mailroom.promotionCodes.usable(mailed.map(({ row }) => row.id)),
    versionOf(template) {
      const version = versions.get(template)
      if (!version) throw new TemplateMissing(template)
      return version
    },
    senderOf: (asked) => mailroom.senders.choose(senders, asked)?.id ?? null,
  }
}

/** Those that send in this batch, once each. */
function stepsOf(walks: Walk[]): StepKey[] {
  const nodes = walks.flatMap(({ step, row }) =>
    step?.kind === "moved"
      ? step.moved.effects
          .filter((effect) => templateOf(effect).length > 0)
          .map(({ node }) => [`${row.automation_id}/${node}`, { automation_id: row.automation_id, node }] as const)
      : [],
  )
  return [...new Map(nodes).values()]
}

const isMail = ({ kind }: PlacedEffect): boolean => kind === "mail_shopper" || kind === "mail_owner"

function templateOf(effect: PlacedEffect): string[] {
  switch (effect.kind) {
    case "mail_shopper":
    case "mail_owner":
      return [effect.settings.template]
    case "mail_third_party":
      return ["third_party_notice"]
    default:
      return []
  }
}
