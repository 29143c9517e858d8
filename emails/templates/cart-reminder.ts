import { greeting, mail, note, only, words } from "./parts"
import type { BuiltinTemplate } from "./template"

/** Marketing: the gate asks for consent, the footer holds the way out. */
export const cartReminder: BuiltinTemplate = (texts) => {
  const { cart_reminder: own, common } = texts
  return mail(own, [
    ...greeting(texts, "customer.firstName", only("customer_has_first_name"), only("customer_has_first_name", false)),
    words("intro", own.intro),
    { id: "cart", type: "order", lines: "cart", isFactsShown: false, isTotalsShown: false },
    { id: "total", type: "amount", of: "cart", label: common.total },
    { id: "button", type: "button", label: own.button, url: "{{ cart.url }}" },
    note("note", own.note),
  ])
}
