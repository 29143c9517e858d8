import { footer, logo, note, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const passwordResetCustomer: BuiltinTemplate = resetOf("password_reset_customer")
export const passwordResetUser: BuiltinTemplate = resetOf("password_reset_user")

function resetOf(key: "password_reset_customer" | "password_reset_user"): BuiltinTemplate {
  return ({ [key]: own }) => ({
    subject: own.subject,
    preheader: own.preheader,
    blocks: [
      logo,
      title(own.heading),
      words("intro", own.intro),
      {
        id: "button",
        type: "button",
        label: own.button,
        url: "{{ reset.url }}",
        isTracked: false,
        isAddressShown: true,
      },
      note("ignore", own.ignore),
      footer,
    ],
  })
}
