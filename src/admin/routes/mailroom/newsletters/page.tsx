import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/newsletters/newsletters-page"

export const config = defineRouteConfig({ label: "menu.newsletters", translationNs: "mailroom", rank: 1 })
