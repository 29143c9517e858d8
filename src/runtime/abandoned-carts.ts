import { judgeCart, type AbandonVerdict } from "../core/automations/abandoned-cart"
import { builtinAutomationId } from "../core/automations/builtins"
import type { ShopCart } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { markAbandoned, selectIdleCarts } from "../modules/mailroom/sql/read-model"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const BATCH = 25
const EVERY_MS = 30_000

type IdleCart = { cart_id: string; now: Date; last_order_at: Date | null }

/**
 * Finds carts that were left behind. The read model names those that may be; the shop itself is asked before anything is
 * said, and each cart is judged once for ever.
 */
export function abandonedCarts(mailroom: Mailroom): Loop {
  return periodic(mailroom, "abandoned-carts", EVERY_MS, async ({ save }) => {
    const { shop } = mailroom
    if (!shop) return "idle"
    const idleMinutes = await idleMinutesOf(mailroom)
    const carts = await mailroom.db.query<IdleCart>(selectIdleCarts({ idleMinutes, limit: BATCH }))
    for (const cart of carts) {
      await judge(mailroom, cart, await shop.cart(cart.cart_id), idleMinutes)
      await save()
    }
    return carts.length === BATCH ? "more" : "idle"
  })
}

async function idleMinutesOf({ automations }: Mailroom): Promise<number> {
  const reminder = await automations.get(builtinAutomationId("cart_reminder"))
  return reminder?.settings.idleMinutes ?? 60
}

async function judge(mailroom: Mailroom, known: IdleCart, cart: ShopCart | null, idleMinutes: number): Promise<void> {
  const { db, readModel } = mailroom
  if (!cart) return db.transaction((tx) => readModel.cartDeleted(tx, known.cart_id))
  const verdict = judgeCart({
    cart: {
      id: cart.id,
      hasAddress: Boolean(cart.email),
      itemCount: cart.lines.length,
      lastActivityAt: new Date(cart.lastActivityAt),
      completedAt: cart.completedAt ? new Date(cart.completedAt) : null,
    },
    lastOrderAt: known.last_order_at,
    idleMinutes,
    now: known.now,
  })
  // The events that should have told of it were lost: now the read model knows, and asks again when it is time.
  if (verdict.kind !== "abandoned" && !isFinal(verdict)) return db.transaction((tx) => readModel.carts(tx, [cart]))
  await settle(mailroom, cart, verdict.kind === "abandoned")
}

/** An emptied cart may be filled again; one whose person has bought, or that nobody saw in time, is done with. */
const isFinal = (verdict: AbandonVerdict): boolean =>
  verdict.kind === "never" && (verdict.reason === "bought_elsewhere" || verdict.reason === "too_old")

/** Marked and recorded in one transaction; the bus is told after it, for others who listen. */
async function settle({ db, readModel, triggers, bus }: Mailroom, cart: ShopCart, isAbandoned: boolean): Promise<void> {
  const isNews = await db.transaction(async (tx) => {
    await readModel.carts(tx, [cart])
    const [first] = await tx.query(markAbandoned(cart.id))
    if (!first || !isAbandoned) return false
    return triggers.record(
      {
        event: "mailroom.cart.abandoned",
        payload: { id: cart.id },
        source: "clock",
        // The moment it was left, not the moment it was noticed: what was left before the switch-on stays unmailed.
        occurredAt: new Date(cart.lastActivityAt),
      },
      tx,
    )
  })
  if (isNews)
    await bus.emit("mailroom.cart.abandoned", { id: cart.id, email: cart.email, customer_id: cart.customerId })
}
