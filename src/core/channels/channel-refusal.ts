import type { DropReason } from "../messages/states"
import type { Channel } from "./channel"

/** What is known in the moment before it goes to the provider. */
export type AboutToGo = {
  channel: Channel
  class: "tx" | "marketing"
  /** Number in E.164, or whom the push provider knows; null: nobody knows. */
  to: string | null
  /** As the template gave it. */
  text: string
  /** The person's last word about marketing on this channel; null: never asked. */
  consent: "granted" | "denied" | null
  pausedUntil: Date | null
  /** `no_notification`: the merchant asked for silence. */
  isSilenced: boolean
  /** The bus lost the event, and nobody knows whether the merchant had asked for silence. */
  isSilenceUnknown: boolean
  /** The words would show a password's link or the code of a gift card, which no other table may keep. */
  isSecret: boolean
  /** What of "only if still so" does not hold any more. */
  notSoAnyMore: DropReason | null
  wantedAt: Date
  now: Date
}

export type ChannelRefusal =
  | DropReason
  | "too_late"
  | "silence_unknown"
  | "secret_elsewhere"
  | "no_phone"
  | "no_device"
  | "channel_not_agreed"
  | "channel_withdrawn"
  | "nothing_to_say"

/** A parcel's news three days late is still of use; an offer's is not. */
const USEFUL_HOURS = { tx: 72, marketing: 24 }

/** Why it must not go; null: it may. Marketing needs an agreement to this very channel: one to e-mail says nothing. */
export function channelRefusal(about: AboutToGo): ChannelRefusal | null {
  const { to, text, isSilenced, isSilenceUnknown, isSecret, notSoAnyMore, wantedAt, now } = about
  if (isSecret) return "secret_elsewhere"
  if (isSilenced) return "merchant_asked_for_silence"
  if (isSilenceUnknown) return "silence_unknown"
  if (now.getTime() - wantedAt.getTime() > USEFUL_HOURS[about.class] * 3_600_000) return "too_late"
  const unwanted = about.class === "marketing" ? marketingRefusal(about) : null
  if (unwanted) return unwanted
  if (to === null) return about.channel === "sms" ? "no_phone" : "no_device"
  if (notSoAnyMore) return notSoAnyMore
  return text.trim() === "" ? "nothing_to_say" : null
}

function marketingRefusal({ consent, pausedUntil, now }: AboutToGo): ChannelRefusal | null {
  if (consent === "denied") return "channel_withdrawn"
  if (consent === null) return "channel_not_agreed"
  return pausedUntil && pausedUntil > now ? "paused_by_contact" : null
}
