import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"

export { default } from "../../../../admin/pages/overview/overview-page"

export const config = defineRouteConfig({ label: "menu.mailroom", translationNs: "mailroom", icon: Envelope })
