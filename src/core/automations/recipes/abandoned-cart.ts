import type { Recipe } from "./recipe"
import { ifCartOpen, send, trigger, wait } from "./steps"

export const abandonedCart: Recipe = {
  key: "abandoned_cart",
  name: { en: "Abandoned cart, three reminders", de: "Warenkorb, drei Erinnerungen" },
  description: {
    en: "Reminds of a cart that was left behind after an hour, a day and three days. Each mail is held back the moment the cart is bought or emptied. Takes the place of the single reminder in Store e-mails: only one of the two can be on.",
    de: "Erinnert nach einer Stunde, einem Tag und drei Tagen an einen liegen gelassenen Warenkorb. Jede E-Mail unterbleibt, sobald er gekauft oder geleert ist. Tritt an die Stelle der einzelnen Erinnerung in den Shop-E-Mails: Nur eine der beiden kann eingeschaltet sein.",
  },
  draft: {
    // It counts as left after the idle time of the reminder in Store e-mails, an hour at first.
    trigger: trigger("mailroom.cart.abandoned", { reentry: { rule: "not_inside" } }),
    nodes: [
      send("first", { sent: "wait_day", onlyIf: ["cart_still_open"] }),
      wait("wait_day", 23, "hours", "open_after_day"),
      ifCartOpen("open_after_day", "second"),
      send("second", { sent: "wait_two_days", onlyIf: ["cart_still_open"] }),
      wait("wait_two_days", 2, "days", "open_after_three"),
      ifCartOpen("open_after_three", "last"),
      send("last", { onlyIf: ["cart_still_open"] }),
    ],
  },
  settings: { isTracked: true, priority: "high" },
  mails: [
    { key: "first", name: { en: "Cart 1: still there", de: "Warenkorb 1: noch da" } },
    { key: "second", name: { en: "Cart 2: any questions?", de: "Warenkorb 2: noch Fragen?" } },
    { key: "last", name: { en: "Cart 3: last reminder", de: "Warenkorb 3: letzte Erinnerung" } },
  ],
}
