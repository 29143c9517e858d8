import type { ReminderStats } from "../../../core/automations/reminder-stats"
import type { Automation, Figures } from "../../../modules/mailroom/services/automations"

const NOTHING: Figures = { sent: 0, failed: 0, dropped: 0 }

/** `StoreEmail` of docs/api.md. */
export function storeEmailAnswer(automation: Automation, figures: Figures | undefined, cart: ReminderStats | null) {
  const { id, name, state, settings, switchedOnAt } = automation
  const builtin = automation.builtin!
  const { sent, failed, dropped } = figures ?? NOTHING
  const isReminder = builtin.key === "cart_reminder"
  return {
    id,
    key: builtin.key,
    name,
    description: builtin.description,
    event: builtin.event,
    class: builtin.class,
    is_on: state === "live",
    switched_on_at: state === "live" ? (switchedOnAt?.toISOString() ?? null) : null,
    is_secret: builtin.isSecret ?? false,
    can_owner_copy: builtin.ownerCopy !== undefined,
    owner_copy: settings.ownerCopy.enabled,
    owner_addresses: settings.ownerCopy.addresses,
    idle_minutes: isReminder ? settings.idleMinutes : null,
    is_tracked: settings.isTracked,
    is_copy_kept: settings.isCopyKept,
    figures: { sent_30d: sent, failed_30d: failed, dropped_30d: dropped },
    cart_figures:
      isReminder && cart
        ? {
            left: cart.left,
            sent: cart.sent,
            without_consent: cart.withoutConsent,
            bought: cart.bought,
            // On its way, or any other reason.
            other: cart.waiting + cart.other,
          }
        : null,
  }
}
