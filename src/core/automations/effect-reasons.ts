import type { ChannelRefusal } from "../channels/channel-refusal"
import type { Reason } from "../messages/states"

/** Why something that was to leave the database did not, beside the reasons for which a mail is refused. */
export const EFFECT_REASONS = {
  silence_unknown: "The event was lost and found again later, so nobody knows whether silence had been asked for.",
  secret_elsewhere: "It is about a password or the code of a gift card, which goes by mail only.",
  no_phone: "There is no telephone number that it could go to.",
  no_device: "There is no device and no customer account that it could go to.",
  channel_not_agreed: "The person never agreed to marketing on this channel.",
  channel_withdrawn: "The person took the agreement to marketing on this channel back.",
  quiet_hours: "It waits for the hours in which marketing may go.",
  nothing_to_say: "The text came out empty.",
  text_broken: "The text cannot be read as Liquid.",
  channel_without_provider: "The shop has no notification provider for this channel (any more).",
  provider_refused: "The shop's notification provider did not take it.",
  notification_pending: "The process ended while the provider had it: nobody knows whether it arrived.",
  ceiling_reached: "All codes of this step together cost as much as they may.",
  shop_away: "The shop could not be asked.",
  webhook_deleted: "The webhook was deleted.",
  assignee_gone: "Nobody of those whom it was meant for is a user of this admin any more.",
  task_words: "The words of the task cannot be read as Liquid.",
  own_action_missing: "The shop's code does not know this action (any more).",
  own_action_settings: "The settings do not fit what the shop's code expects.",
  lease_lost: "Another process took it over.",
  effect_failed: "It was tried and did not work.",
  effect_skipped: "It was left out.",
  effect_missing: "There is nothing of that step.",
} as const satisfies Record<Exclude<ChannelRefusal, Reason>, string> & Record<string, string>

/** The word at the beginning of what is kept of an effect's end ("own_action_missing: credit_points"); null: no word of ours. */
export function effectReason(kept: string | null): string | null {
  return /^[a-z]+(?:_[a-z]+)+(?=$|: )/.exec(kept ?? "")?.[0] ?? null
}
