import { greeting, mail, note, only, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const welcome: BuiltinTemplate = (texts) => {
  const { welcome: own, common } = texts
  return mail(own, [
    ...greeting(texts, "customer.firstName", only("customer_has_first_name"), only("customer_has_first_name", false)),
    words("intro", own.intro),
    { id: "button", type: "button", label: own.button, url: "{{ shop.url }}", ...only("shop_has_url") },
    note("questions", common.questions),
  ])
}
