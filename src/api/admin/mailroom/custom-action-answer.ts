import type { CustomAction } from "../../../core/automations/custom-action"
import type { Automation, Figures } from "../../../modules/mailroom/services/automations"
import { given } from "./given"

/** `CustomActionInput` of docs/api.md in the words of the core; only what is given. */
export function customActionInput(form: Record<string, unknown>): Record<string, unknown> {
  const { with_shopper, with_prices, is_tracked, is_copy_kept, is_on: _isOn, ...more } = form
  const { collect_minutes, group_by, acknowledge, webhook_id, ...rest } = more
  const renamed = {
    withShopper: with_shopper,
    withPrices: with_prices,
    isTracked: is_tracked,
    isCopyKept: is_copy_kept,
    collectMinutes: collect_minutes,
    groupBy: group_by,
    webhookId: webhook_id,
    acknowledge: acknowledgeInput(acknowledge),
  }
  return { ...rest, ...given(renamed) }
}

/** What is no object is left to the schema, which names it. */
function acknowledgeInput(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given
  const { remind_after_hours, escalate_after_hours, escalate_to } = given as Record<string, unknown>
  return {
    remindAfterHours: remind_after_hours,
    escalateAfterHours: escalate_after_hours,
    escalateTo: escalate_to,
  }
}

/** `CustomAction` of docs/api.md. */
export function customActionAnswer(automation: Automation & { action: CustomAction }, figures: Figures | undefined) {
  const { id, state, switchedOnAt, createdAt, updatedAt, action } = automation
  const { withShopper, withPrices, isTracked, isCopyKept, collectMinutes, groupBy, acknowledge, webhookId, ...plain } =
    action
  const { sent, failed, dropped } = figures ?? { sent: 0, failed: 0, dropped: 0 }
  return {
    id,
    ...plain,
    with_shopper: withShopper,
    with_prices: withPrices,
    is_tracked: isTracked,
    is_copy_kept: isCopyKept,
    collect_minutes: collectMinutes,
    group_by: groupBy,
    webhook_id: webhookId,
    acknowledge: acknowledge && {
      remind_after_hours: acknowledge.remindAfterHours,
      escalate_after_hours: acknowledge.escalateAfterHours,
      escalate_to: acknowledge.escalateTo,
    },
    is_on: state === "live",
    switched_on_at: state === "live" ? (switchedOnAt?.toISOString() ?? null) : null,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    figures: { sent_30d: sent, failed_30d: failed, dropped_30d: dropped },
  }
}
