import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/store-emails/store-emails-page"

export const config = defineRouteConfig({ label: "menu.storeEmails", translationNs: "mailroom", rank: 3 })
