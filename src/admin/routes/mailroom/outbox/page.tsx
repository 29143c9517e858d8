import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/outbox/outbox-page"

export const config = defineRouteConfig({ label: "menu.outbox", translationNs: "mailroom", rank: 5 })
