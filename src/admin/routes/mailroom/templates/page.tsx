import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/templates/templates-page"

export const config = defineRouteConfig({ label: "menu.templates", translationNs: "mailroom", rank: 3.5 })
