import type { PromotionSettings } from "../../core/automations/nodes/promotion"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { renderMessage } from "../../rendering/render-message"
import { brandFor } from "../current-brand"
import type { Ghost } from "./ghost"

/** The mail of a node with the person's own words in it. Null when its template is gone. */
export async function mailFor(mailroom: Mailroom, ghost: Ghost, nodeId: string) {
  const { walk, facts } = ghost
  const node = walk.version.nodes.find(({ id }) => id === nodeId)
  const { template } = node!.settings as { template: string }
  const versionId = await mailroom.templates.liveVersionOf(template)
  if (!versionId || !facts) return null
  const { general } = await mailroom.settings.read()
  const locale = walk.person?.chosenLocale ?? facts.shopper.locale ?? walk.person?.lastLocale ?? general.locale
  const context = { ...facts.context, ...exampleCode(ghost) }
  const brand = await brandFor(mailroom)
  const { subject, html } = renderMessage(await mailroom.templates.compiled(versionId, locale, general.locale), {
    context,
    locale,
    timeZone: general.timeZone,
    shop: { name: brand.shopName, url: brand.storefrontUrl, postalAddress: brand.postalAddress },
    linkUrl: null,
    pixelUrl: null,
    unsubscribeUrl: null,
    preferencesUrl: null,
    viewUrl: null,
  })
  return { subject, html, locale, versionId, context }
}

/** A code that nobody minted, so that its block is seen; nothing where the way has none. */
function exampleCode({ effects }: Ghost) {
  const code = effects.filter(({ effect, state }) => isPromotion(effect) && state === "done").at(-1)
  if (!code || code.effect.kind !== "outside") return {}
  const { prefix, type, value, currency, days } = code.effect.settings as PromotionSettings
  return {
    promotion: {
      code: [prefix, "EXAMP-LE000"].filter(Boolean).join("-"),
      type,
      value: String(value),
      currency: type === "fixed" ? currency.toUpperCase() : null,
      expiresAt: new Date(code.at.getTime() + days * 86_400_000).toISOString(),
    },
  }
}

const isPromotion = (effect: Ghost["effects"][number]["effect"]): boolean =>
  effect.kind === "outside" && effect.what === "promotion"
