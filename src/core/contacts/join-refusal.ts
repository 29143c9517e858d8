import type { JoinSkip } from "./join-group"

/** Why an owner cannot put this person into a topic, with the way that is left. */
export function joinRefusal(reason: JoinSkip): string {
  return REFUSALS[reason]
}

const ASK = "Ask for it by mail instead: then the person decides."

const REFUSALS: Record<JoinSkip, string> = {
  no_address: "This contact has no address.",
  suppressed: `This address is blocked, or has complained. ${ASK}`,
  unsubscribed: `This person has left all marketing, and nobody else can take that back. ${ASK}`,
  left_topic: `This person has left this topic, and nobody else can take that back. ${ASK}`,
  already: "This person is subscribed to this topic already.",
  not_a_buyer: `basis "soft_opt_in" or "casl_implied_purchase" needs a purchase, and this person has none. ${ASK}`,
  only_in_canada: "basis: an implied consent by CASL holds in Canada only, and this person is not known to live there.",
  use_casl_instead: 'basis: in Canada say "casl_implied_purchase" instead of "soft_opt_in".',
  country_wants_consent: `basis "opt_out_country" holds only where the law asks for a way out alone. ${ASK}`,
  already_over: "agreed_on: an implied consent of that day is over already.",
}
