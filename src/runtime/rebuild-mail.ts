import { signingKeyOf } from "../core/tracking/tokens"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectDeliveryFacts, type DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import { selectOffersOf } from "../modules/mailroom/sql/offers"
import type { Rendered } from "../rendering/render-message"
import { composeContent } from "./compose-mail"

export type Rebuilt =
  | { kind: "rebuilt"; facts: DeliveryFacts; content: Rendered }
  /** No copy kept, secret, erased, or past its retention. */
  | { kind: "gone"; facts: DeliveryFacts | null }

/** A mail as its reader got it, made again by the path that sent it from template version and variables (F28, F30). */
export async function rebuildMail(mailroom: Mailroom, messageId: string): Promise<Rebuilt> {
  const { db, templates, senders, settings, keyring } = mailroom
  const [facts] = await db.query<DeliveryFacts>(selectDeliveryFacts([{ id: messageId, domain: "" }]))
  if (!facts?.is_copy_kept || !facts.context || !facts.template_version_id || facts.is_erased)
    return { kind: "gone", facts: facts ?? null }
  const current = await settings.read()
  const template = await templates.compiled(facts.template_version_id, facts.locale, current.general.locale)
  const sender = await senders.resolve({ id: facts.sender_id })
  if (!template || !sender) return { kind: "gone", facts }
  const key = signingKeyOf(await keyring.signingKeys())
  const context = template.products?.length
    ? { ...facts.context, ...(await offersShown(mailroom, messageId)) }
    : facts.context
  const content = composeContent({ facts, context, template, sender, settings: current, key })
  return { kind: "rebuilt", facts, content }
}

/** The products and prices that this mail went out with. */
async function offersShown({ db }: Mailroom, messageId: string): Promise<{ products?: unknown }> {
  const [row] = await db.query<{ offers: unknown }>(selectOffersOf(messageId))
  return row ? { products: row.offers } : {}
}
