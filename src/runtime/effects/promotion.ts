import type { PromotionSettings } from "../../core/automations/nodes/promotion"
import type { Facts } from "../../core/automations/facts"
import { expiryOf } from "../../core/promotions/promotion-code"
import type { PromotionTerms, PromotionToMint } from "../../core/shop/promotions"
import { Batcher } from "../../modules/mailroom/batcher"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** The code comes from the entrant, and the shop makes a code once: minting again after a crash finds the first one. */
export const promotion: EffectRunner = { isRepeatable: true, run }

async function run({ mailroom, row, facts }: EffectJob): Promise<EffectEnd> {
  const settings = row.settings as PromotionSettings
  if (!mailroom.shop) return { state: "again", afterSeconds: 5, why: "shop_away", countsTry: false }
  const known = await facts()
  const owner = ownerOf(settings, known)
  if (owner === undefined) return { state: "failed", why: "no_address" }
  const { general } = await mailroom.settings.read()
  const reserved = await mailroom.promotionCodes.reserve({
    key: row.idempotency_key,
    settings,
    automationId: row.automation_id,
    node: row.node,
    enrolmentId: row.enrolment_id,
    contactId: row.contact_id,
    // From the row's own time, so that a later try means the same day.
    expiresAt: expiryOf(row.created_at, settings.days, general.timeZone),
  })
  if (!reserved) return { state: "failed", why: "ceiling_reached" }
  const { code, expires_at: expiresAt } = reserved
  const { id } = await minter(mailroom).add({ code, terms: termsOf(row, settings, owner, expiresAt!) })
  await mailroom.promotionCodes.minted(row.idempotency_key, id)
  return { state: "done", answer: { code, promotion_id: id, expires_at: expiresAt!.toISOString() } }
}

/** Undefined: it is to be tied to somebody whom nobody knows. A guest's code is tied to the address. */
function ownerOf({ tiedTo }: PromotionSettings, facts: Facts | null): PromotionTerms["for"] | undefined {
  if (tiedTo === "nobody") return null
  const { customerId = null, email = null } = facts?.shopper ?? {}
  if (tiedTo === "customer" && customerId) return { customerId }
  return email ? { email } : undefined
}

function termsOf(
  { automation_id: automationId, automation_name: name, node }: EffectJob["row"],
  { type, value, currency }: PromotionSettings,
  owner: PromotionTerms["for"],
  expiresAt: Date,
): PromotionTerms {
  const day = expiresAt.toISOString().slice(0, 10)
  return {
    type,
    value,
    currency: type === "fixed" ? currency : null,
    for: owner,
    expiresAt,
    campaign: { name: `${name} (${day})`.slice(0, 200), identifier: `mailroom:${automationId}:${node}:${day}` },
  }
}

const minters = new WeakMap<Mailroom, Batcher<PromotionToMint, { id: string }>>()

/** All codes that are wanted in the same moment are one call: alone each costs the shop some twenty milliseconds. */
function minter(mailroom: Mailroom): Batcher<PromotionToMint, { id: string }> {
  let made = minters.get(mailroom)
  if (!made) {
    made = new Batcher({ size: 50, waitMs: 5, most: 100 }, (codes) => mailroom.shop!.promotions.mint(codes))
    minters.set(mailroom, made)
  }
  return made
}
