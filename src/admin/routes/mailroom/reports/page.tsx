import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/reports/reports-page"

export const config = defineRouteConfig({ label: "menu.reports", translationNs: "mailroom", rank: 2 })
