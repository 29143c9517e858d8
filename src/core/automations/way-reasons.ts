import type { Reason } from "../messages/states"
import type { EFFECT_REASONS } from "./effect-reasons"

/** What a step of an automation may say of its decision or of the end of the way, beside the reasons of mails and effects. */
export const WAY_REASONS = {
  code_used: "The promotion code could not be used any more when the mail went out, so it went without it.",
  automation_paused: "The mail waits because the automation is paused.",
  quiet_hours: "The mail waits until the hours at which it may go, by the reader's clock.",
  no_order: "It is about an order, and there was none.",
  no_recipient: "Nobody was to be told: no address was found for what was bought.",
  no_account: "The customer was only written down by the shop and has no account: nobody registered.",
  notice_never_sent: "The notice itself never went out, so there was nothing to take back.",
  node_missing: "The step on which it stood was no longer there.",
  error: "It failed too often; the log says why.",
  nothing_matches: "Nothing of what was bought is what it is about.",
  promotion: "It ended with a promotion code.",
  webhook: "It ended with word to another system.",
  own_action: "It ended with an action of the shop's own code.",
  noticed: "It ended when others than the shopper were told.",
  task_assigned: "It ended with a task for a colleague.",
  task_overdue: "The task was not done in time.",
  task_dismissed: "Somebody said that the task was not necessary.",
  mailed: "It ended with a mail.",
  said: "It ended with an SMS or a push.",
  reached: "One of the channels reached the person.",
  not_reached: "No channel reached the person.",
  ended: "It walked to the end.",
  circle: "It came back to the same step again and again in one moment.",
  moved_away: "A newer version no longer had the step on which it stood.",
  before_switch_on: "It happened before the automation was switched on.",
  filtered_out: "A filter of the trigger did not hold.",
  entered_before: "The person was inside before, and may enter once only.",
  entered_lately: "The person was inside too short a time ago.",
  is_inside: "The person is inside already.",
  held_out: "The person is held out, so that it can be measured what the automation brings.",
  rule_holds: "The rule holds for the person.",
  rule_does_not_hold: "The rule does not hold for the person.",
  message_missing: "There is no mail of that step.",
  drawn_by_lot: "The lot decided.",
  within_limit: "There was still a place.",
  limit_reached: "All places were taken.",
  mail_did: "What was asked about the mail had happened.",
  mail_did_not: "What was asked about the mail had not happened.",
  fanned_out: "Everybody selected goes on by themselves.",
} as const satisfies Record<string, string>

/** A decision names one of these and nothing else, so that a person can be told why (F49). */
export type WayReason = Reason | keyof typeof WAY_REASONS | keyof typeof EFFECT_REASONS
