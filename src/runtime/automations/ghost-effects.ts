import type { PlacedEffect } from "../../core/automations/effects"
import type { PromotionSettings } from "../../core/automations/nodes/promotion"
import { costOf } from "../../core/promotions/promotion-code"
import { selectUsualOrder } from "../../modules/mailroom/sql/replay"
import type { Ghost, GhostEffect } from "./ghost"
import type { GhostWorld } from "./ghost-world"

/** What would have left, written down instead: a promotion's code counts towards its ceiling as a real one does. */
export async function noteEffect(world: GhostWorld, ghost: Ghost, effect: PlacedEffect): Promise<void> {
  const noted: GhostEffect = {
    node: effect.node,
    visit: effect.visit,
    at: ghost.walk.row.now,
    effect,
    state: "done",
    cost: 0,
  }
  if (effect.kind === "outside" && effect.what === "promotion")
    Object.assign(noted, await reserved(world, ghost, effect.node, effect.settings as PromotionSettings))
  ghost.effects.push(noted)
}

async function reserved(
  world: GhostWorld,
  { facts }: Ghost,
  node: string,
  settings: PromotionSettings,
): Promise<Pick<GhostEffect, "state" | "cost">> {
  if (settings.tiedTo !== "nobody" && !facts?.shopper.email) return { state: "failed", cost: 0 }
  const { type, value, ceiling } = settings
  const typicalOrder = settings.typicalOrder ?? (type === "fixed" ? 0 : await usualOrder(world, settings.currency))
  const cost = costOf({ type, value, typicalOrder })
  const spent = (world.spent.get(node) ?? 0) + cost
  if (ceiling !== null && spent > ceiling) return { state: "failed", cost: 0 }
  world.spent.set(node, spent)
  return { state: "done", cost }
}

/** What orders are worth lately, where the owner has not said it. */
async function usualOrder({ mailroom, usualOrders }: GhostWorld, currency: string): Promise<number> {
  let worth = usualOrders.get(currency)
  if (worth === undefined) {
    const [row] = await mailroom.db.query<{ worth: number | null }>(selectUsualOrder(currency))
    usualOrders.set(currency, (worth = row?.worth ?? 0))
  }
  return worth
}
