import type { CustomAction } from "../../../core/automations/custom-action"
import type { Automation, Figures } from "../../../modules/mailroom/services/automations"
import { given } from "./given"

/** `CustomActionInput` of docs/api.md in the words of the core; only what is given. */
export function customActionInput(form: Record<string, unknown>): Record<string, unknown> {
  const { with_shopper, with_prices, is_tracked, is_copy_kept, is_on: _isOn, ...rest } = form
  const renamed = {
    withShopper: with_shopper,
    withPrices: with_prices,
    isTracked: is_tracked,
    isCopyKept: is_copy_kept,
  }
  return { ...rest, ...given(renamed) }
}

/** `CustomAction` of docs/api.md. */
export function customActionAnswer(automation: Automation & { action: CustomAction }, figures: Figures | undefined) {
  const { id, state, switchedOnAt, createdAt, updatedAt, action } = automation
  const { withShopper, withPrices, isTracked, isCopyKept, ...plain } = action
  const { sent, failed, dropped } = figures ?? { sent: 0, failed: 0, dropped: 0 }
  return {
    id,
    ...plain,
    with_shopper: withShopper,
    with_prices: withPrices,
    is_tracked: isTracked,
    is_copy_kept: isCopyKept,
    is_on: state === "live",
    switched_on_at: state === "live" ? (switchedOnAt?.toISOString() ?? null) : null,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    figures: { sent_30d: sent, failed_30d: failed, dropped_30d: dropped },
  }
}
