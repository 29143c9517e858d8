import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/automations/automations-page"

export const config = defineRouteConfig({ label: "menu.automations", translationNs: "mailroom", rank: 2.5 })
