import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/contacts/contacts-page"

export const config = defineRouteConfig({ label: "menu.contacts", translationNs: "mailroom", rank: 6 })
