import { defineRouteConfig } from "@medusajs/admin-sdk"

export { default } from "../../../../../admin/pages/tasks/tasks-page"

export const config = defineRouteConfig({ label: "menu.tasks", translationNs: "mailroom", rank: 4.5 })
