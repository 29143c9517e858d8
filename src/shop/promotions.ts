import { Modules } from "@medusajs/framework/utils"
import type { PromotionTerms, PromotionToMint, ShopPromotions } from "../core/shop/promotions"
import type { Row } from "./row"

type Container = { resolve(key: string): unknown }

/** What is used of Medusa's Promotion Module. */
type Module = {
  listPromotions(filters: Row, config?: Row): Promise<Row[]>
  createPromotions(promotions: Row[]): Promise<Row[]>
  softDeletePromotions(ids: string[]): Promise<unknown>
  listCampaigns(filters: Row, config?: Row): Promise<Row[]>
  createCampaigns(campaigns: Row[]): Promise<Row[]>
  deleteCampaigns(ids: string[]): Promise<unknown>
}

const FIELDS = ["id", "code", "used", "campaign_id"]

/** Codes in Medusa's Promotion Module: one use each, and a campaign per step and day, which ends them. */
export function promotionsOf(container: Container): ShopPromotions {
  const module = () => container.resolve(Modules.PROMOTION) as Module
  const byCodes = (codes: string[]) =>
    codes.length === 0
      ? Promise.resolve([])
      : module().listPromotions({ code: codes }, { select: FIELDS, take: codes.length })

  return {
    async mint(wanted) {
      const known = new Map((await byCodes(wanted.map(({ code }) => code))).map(({ code, id }) => [code, id]))
      const missing = wanted.filter(({ code }) => !known.has(code))
      if (missing.length > 0) {
        const campaigns = await campaignsOf(module(), missing)
        for (const { code, id } of await created(module(), missing, campaigns)) known.set(code, id)
      }
      return wanted.map(({ code }) => ({ code, id: known.get(code) as string }))
    },

    async uses(codes) {
      return (await byCodes(codes)).map(({ code, id, used }) => ({ code, id, used: Number(used ?? 0) }))
    },

    async remove(ids) {
      if (ids.length === 0) return
      const gone = await module().listPromotions({ id: ids }, { select: FIELDS, take: ids.length })
      await module().softDeletePromotions(ids)
      await removeEmpty(
        module(),
        gone.flatMap(({ campaign_id: id }) => (id ? [id as string] : [])),
      )
    },
  }
}

/** Somebody else may have made one of them in this moment (a process whose lease had ended): then those are taken. */
async function created(module: Module, missing: PromotionToMint[], campaigns: Map<string, string>): Promise<Row[]> {
  try {
    return await module.createPromotions(missing.map((one) => promotionOf(one, campaigns)))
  } catch (error) {
    const codes = missing.map(({ code }) => code)
    const there = await module.listPromotions({ code: codes }, { select: FIELDS, take: codes.length })
    if (there.length === 0) throw error
    const rest = missing.filter(({ code }) => !there.some((one) => one.code === code))
    const made = rest.length > 0 ? await module.createPromotions(rest.map((one) => promotionOf(one, campaigns))) : []
    return [...there, ...made]
  }
}

function promotionOf({ code, terms }: PromotionToMint, campaigns: Map<string, string>): Row {
  const { type, value, currency } = terms
  return {
    code,
    type: "standard",
    status: "active",
    is_automatic: false,
    limit: 1,
    campaign_id: campaigns.get(terms.campaign.identifier),
    rules: ruleOf(terms),
    application_method: {
      type,
      target_type: "order",
      value,
      ...(currency && { currency_code: currency }),
    },
  }
}

/**
 * Paths in the cart: Medusa holds them against it whenever the cart is worked out anew. The address is that of the cart's
 * customer, whom Medusa writes small for guests; the cart's own is as it was typed, and letters are compared as they are.
 */
function ruleOf({ for: owner }: PromotionTerms): Row[] {
  if (!owner) return []
  if ("customerId" in owner) return [{ attribute: "customer.id", operator: "eq", values: [owner.customerId] }]
  const values = [...new Set([owner.email, owner.email.toLowerCase()])]
  return [{ attribute: "customer.email", operator: "in", values }]
}

async function campaignsOf(module: Module, wanted: PromotionToMint[]): Promise<Map<string, string>> {
  const terms = new Map(wanted.map(({ terms: one }) => [one.campaign.identifier, one]))
  const known = await foundCampaigns(module, [...terms.keys()])
  const missing = [...terms].filter(([identifier]) => !known.has(identifier))
  for (const [identifier, { campaign, expiresAt }] of missing) {
    try {
      const [made] = await module.createCampaigns([
        { name: campaign.name, campaign_identifier: identifier, ends_at: expiresAt },
      ])
      known.set(identifier, made!.id as string)
    } catch (error) {
      const there = (await foundCampaigns(module, [identifier])).get(identifier)
      if (!there) throw error
      known.set(identifier, there)
    }
  }
  return known
}

async function foundCampaigns(module: Module, identifiers: string[]): Promise<Map<string, string>> {
  const rows = await module.listCampaigns(
    { campaign_identifier: identifiers },
    { select: ["id", "campaign_identifier"], take: identifiers.length },
  )
  return new Map(rows.map(({ id, campaign_identifier: identifier }) => [identifier as string, id as string]))
}

/** Campaigns that are over and hold no code any more would only fill the merchant's list. */
async function removeEmpty(module: Module, campaignIds: string[]): Promise<void> {
  const ids = [...new Set(campaignIds)]
  if (ids.length === 0) return
  const held = await module.listPromotions({ campaign_id: ids }, { select: ["campaign_id"], take: 1_000 })
  const full = new Set(held.map(({ campaign_id: id }) => id))
  const empty = ids.filter((id) => !full.has(id))
  if (empty.length > 0) await module.deleteCampaigns(empty)
}
