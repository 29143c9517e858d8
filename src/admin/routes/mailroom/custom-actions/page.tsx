import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/custom-actions/custom-actions-page"

export const config = defineRouteConfig({ label: "menu.customActions", translationNs: "mailroom", rank: 4 })
