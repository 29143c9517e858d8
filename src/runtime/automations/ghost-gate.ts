import type { PlacedEffectOf } from "../../core/automations/effects"
import type { Reason } from "../../core/messages/states"
import { selectWhenBoughtElsewhere } from "../../modules/mailroom/sql/read-model"
import type { Ghost } from "./ghost"
import type { GhostWorld } from "./ghost-world"

/**
 * Why a mail would not have gone: what the gate says now (who has unsubscribed since would not get it any more), and of the
 * last instant what has a time in the shop: a cart that was bought, an order that was cancelled by then.
 */
export async function refusalOf(
  world: GhostWorld,
  ghost: Ghost,
  { settings: { class: mailClass, topicId, onlyIf } }: PlacedEffectOf<"mail_shopper">,
): Promise<Reason | null> {
  const { facts, walk } = ghost
  if (facts?.isSilenced) return "merchant_asked_for_silence"
  if (!facts?.shopper.email) return "no_address"
  const contactId = walk.person?.contactId
  const byGate = contactId
    ? await gateSays(world, contactId, mailClass, mailClass === "marketing" ? (topicId ?? walk.settings.topicId) : null)
    : mailClass === "marketing"
      ? "not_subscribed"
      : null
  return byGate ?? lastInstant(world, ghost, onlyIf)
}

async function gateSays(
  { mailroom, verdicts, hasOwnRoom }: GhostWorld,
  contactId: string,
  messageClass: "tx" | "marketing",
  topicId: string | null,
): Promise<Reason | null> {
  const key = `${contactId} ${messageClass} ${topicId}`
  const known = verdicts.get(key)
  if (known !== undefined) return known
  const { verdict, reason } = await mailroom.why.ofContact(contactId, { topicId, messageClass })
  const isRoom = reason === "frequency_cap" || reason === "gave_way"
  const said = verdict === "drop" && !(hasOwnRoom && isRoom) ? (reason as Reason) : null
  verdicts.set(key, said)
  return said
}

async function lastInstant({ mailroom }: GhostWorld, ghost: Ghost, onlyIf: readonly string[]): Promise<Reason | null> {
  const { facts, walk } = ghost
  const isBy = (at: string | Date | null | undefined) => Boolean(at) && new Date(at!) <= walk.row.now
  if (facts?.about?.kind === "cart") {
    if (isBy(facts.cart?.boughtAt)) return "cart_bought"
    const [elsewhere] = await mailroom.db.query<{ at: Date | null }>(selectWhenBoughtElsewhere([facts.about.id]))
    return isBy(elsewhere?.at) ? "cart_bought" : null
  }
  const isAsked = onlyIf.includes("order_not_cancelled")
  return isAsked && isBy(facts?.order?.cancelledAt) ? "order_cancelled" : null
}
