import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/automations/autoresponders-page"

export const config = defineRouteConfig({ label: "menu.autoresponders", translationNs: "mailroom", rank: 2.6 })
