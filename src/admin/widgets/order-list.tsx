import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { DispatchFigures } from "../../../admin/pages/side/dispatch-figures"

const OrderList = () => <DispatchFigures />

export const config = defineWidgetConfig({ zone: "order.list.before", id: "mailroom:order-list" })

export default OrderList
