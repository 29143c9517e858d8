import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/settings/settings-page"

export const config = defineRouteConfig({ label: "menu.settings", translationNs: "mailroom", rank: 7 })
