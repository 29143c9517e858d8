import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/segments/segments-page"

export const config = defineRouteConfig({ label: "menu.segments", translationNs: "mailroom", rank: 6 })
