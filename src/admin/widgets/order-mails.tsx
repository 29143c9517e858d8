import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderMailsCard } from "../../../admin/pages/side/order-mails"

const OrderMails = ({ data }: { data: { id: string } }) => <OrderMailsCard orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.after", id: "mailroom:order-mails" })

export default OrderMails
