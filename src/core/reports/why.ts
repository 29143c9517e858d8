import { effectReason, EFFECT_REASONS } from "../automations/effect-reasons"
import { WAY_REASONS } from "../automations/way-reasons"
import type { Reason } from "../messages/states"

/** Every reason as one English sentence (F49); the screens translate by the key. */
export const WHY: Record<Reason, string> = {
  no_address: "There is no e-mail address to send to.",
  address_invalid: "The address is not one that a mail server could take.",
  suppressed_hard_bounce: "An earlier mail came back: the mailbox does not exist.",
  suppressed_soft_bounces: "Earlier mails came back again and again.",
  suppressed_complaint: "The person marked an earlier mail as spam.",
  suppressed_manual: "Somebody of the store stopped mail to this address.",
  suppressed_domain: "Mail to this domain is stopped, because it could not be delivered before.",
  suppressed_erasure: "The person asked to be erased.",
  not_subscribed: "The person never subscribed to marketing mail.",
  subscription_pending: "The person has not yet confirmed the subscription.",
  unsubscribed: "The person has unsubscribed from marketing mail.",
  consent_expired: "The consent to marketing mail has run out.",
  topic_not_subscribed: "The person is not subscribed to this topic.",
  topic_unsubscribed: "The person has left this topic.",
  paused_by_contact: "The person asked for a pause, which is not over.",
  inactive_two_years: "No sign of life for so long that mass mail is not sent any more.",
  contact_erased: "The person's data was erased.",
  frequency_cap: "The person has had enough marketing mail for now.",
  gave_way: "A mail of higher priority was to have the last place under the limit of marketing mails.",
  no_room_in_time: "The limit of marketing mails had no room for it within the days that the automation waits.",
  no_postal_address: "Marketing mail needs the store's postal address, which is not set.",
  cart_bought: "The cart was bought before the reminder went out.",
  cart_emptied: "The cart was emptied before the reminder went out.",
  order_cancelled: "The order was cancelled before the mail went out.",
  order_refunded: "Money was given back for the order before the mail went out.",
  return_open: "Something of the order was on its way back when the mail was to go out.",
  out_of_stock: "The product could not be bought any more when the mail was to go out.",
  price_changed: "The price was another one when the mail was to go out.",
  ordered_meanwhile: "The person ordered while the mail was waiting to go out.",
  merchant_asked_for_silence: "Whoever changed the order in the shop asked that no notification be sent.",
  likely_spam: "The text looks so much like spam that the dispatch was stopped.",
  control_group: "The person was held out on purpose, so that it can be measured what the mailing brings.",
  refused_recipient: "The recipient's server says that this mailbox does not exist or takes no mail.",
  refused_policy:
    "The recipient's server refused the mail because of its rules (reputation, authentication, blocklist).",
  refused_content: "The recipient's server refused what is in the mail.",
  refused_sender: "The mail server refused our sender address or login.",
  refused_other: "The mail server refused the mail for good.",
  too_many_attempts: "The mail server put us off so often that we gave up.",
  render_failed: "The mail could not be made from its template.",
  poison: "Sending this mail ended the sending process several times, so it was set aside.",
  shop_data_missing: "What the mail is about was no longer in the shop.",
  automation_off: "The e-mail was switched off before this one went out.",
  mailing_stopped: "The mailing was stopped before this mail went out.",
  by_merchant: "Somebody of the store cancelled it.",
  erased: "The person was erased before the mail went out.",
  too_late: "It could not be sent in time, and later it would have been of no use.",
  restore_guard: "This may be a copy of the shop: everything is held until an admin says that it is the live one.",
  not_ready: "Mailroom was not ready to send.",
  merchants_word: "It waits for somebody of the store to say whether it should go.",
  lease_ended_after_hand_over:
    "The sending process ended after handing the mail over, before the server answered: nobody knows whether it arrived.",
  no_answer_after_hand_over:
    "The mail was handed over, but the server did not answer: nobody knows whether it arrived.",
}

const OF_WAYS: Record<string, string> = { ...EFFECT_REASONS, ...WAY_REASONS }

/** What is kept of an effect's end, in words: our reason as a sentence, and behind it what the other side said. */
export function effectText(kept: string | null): string {
  const reason = effectReason(kept)
  if (reason === null) return kept ?? ""
  const more = kept!.slice(reason.length + 2)
  return [whyText(reason), more].filter(Boolean).join(" ")
}

/** Null for no reason; an unknown one (of a newer version) is shown as it is. */
export function whyText(reason: string | null): string | null {
  return reason === null ? null : (WHY[reason as Reason] ?? OF_WAYS[reason] ?? reason)
}
