import { mail, note, secretButton, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const passwordResetCustomer: BuiltinTemplate = resetOf("password_reset_customer")
export const passwordResetUser: BuiltinTemplate = resetOf("password_reset_user")

function resetOf(key: "password_reset_customer" | "password_reset_user"): BuiltinTemplate {
  return ({ [key]: own }) =>
    mail(own, [words("intro", own.intro), secretButton(own.button, "{{ reset.url }}"), note("ignore", own.ignore)])
}
