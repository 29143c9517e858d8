import type { StoreMails } from "../shop/shop"
import type { BuiltinKey } from "../templates/contexts"

/** Words by which a store's own template is recognised; Medusa leaves its names to the developer. */
const WORDS: Partial<Record<BuiltinKey, RegExp>> = {
  welcome: /welcome|customer[._-]?(created|registered)|sign[._-]?up/i,
  order_receipt: /order[._-]?(placed|confirm|receipt|created)|receipt|confirmation/i,
  order_cancelled: /cancel/i,
  shipment: /ship|fulfil/i,
  delivery: /deliver/i,
  payment_captured: /captur|payment[._-]?received|paid/i,
  refund: /refund/i,
  return_requested: /return[._-]?request/i,
  return_received: /return[._-]?receiv/i,
  claim_created: /claim/i,
  exchange_created: /exchange/i,
  gift_card: /gift/i,
  password_reset_customer: /password|reset/i,
  password_reset_user: /password|reset/i,
  invite: /invit/i,
  cart_reminder: /abandon|cart/i,
}

/** A key and its values, for the reader's language; `sentence` is the same in English. */
export type GoLiveVerdict = {
  shop_already_mails: boolean | null
  verdict: "mails" | "listens" | "other_mails" | "nothing" | "unknown"
  count: number
  names: string
  sentence: string
}

/**
 * Whether switching this template on would mail twice (F61). Null: it cannot be known, because the shop could not be
 * asked, or because code of its own listens to the event and may mail by itself.
 */
export function goLiveTemplate(key: BuiltinKey, event: string, mails: StoreMails | null): GoLiveVerdict {
  if (!mails) return verdictOf("unknown", null)
  const likely = mails.templates.filter(({ template }) => template === event || WORDS[key]?.test(template))
  if (likely.length > 0)
    return verdictOf("mails", true, {
      count: likely.reduce((sum, one) => sum + one.count, 0),
      names: quoted(likely.map(({ template }) => template)),
    })
  const listeners = mails.listeners[event] ?? []
  if (listeners.length > 0) return verdictOf("listens", null, { count: listeners.length, names: quoted(listeners) })
  return mails.total === 0 ? verdictOf("nothing", false) : verdictOf("other_mails", false, { count: mails.total })
}

const SENTENCES: Record<GoLiveVerdict["verdict"], (about: { count: number; names: string }) => string> = {
  mails: ({ count, names }) =>
    `Your store sent ${count} mails of ${names} in the last 30 days. Switch that off first, or people get two.`,
  listens: ({ names }) =>
    `Code of your store (${names}) listens to this event too. Look whether it mails: what does not go through Medusa's notifications cannot be seen from here.`,
  other_mails: ({ count }) =>
    `Your store mailed ${count} times in the last 30 days, but nothing that looks like this, and no code of its own listens to this event.`,
  nothing: () => "Your store itself mailed nothing in the last 30 days, and no code of its own listens to this event.",
  unknown: () => "Whether your store already mails this is not known.",
}

function verdictOf(
  verdict: GoLiveVerdict["verdict"],
  mailsAlready: boolean | null,
  { count = 0, names = "" } = {},
): GoLiveVerdict {
  return { shop_already_mails: mailsAlready, verdict, count, names, sentence: SENTENCES[verdict]({ count, names }) }
}

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(", ")
