import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/polls/polls-page"

export const config = defineRouteConfig({ label: "menu.polls", translationNs: "mailroom", rank: 3.7 })
