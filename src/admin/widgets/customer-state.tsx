import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { EmailStateCard } from "../../../admin/pages/side/customer-mails"

const CustomerState = ({ data }: { data: { id: string } }) => <EmailStateCard customerId={data.id} />

export const config = defineWidgetConfig({ zone: "customer.details.side.before", id: "mailroom:customer-state" })

export default CustomerState
