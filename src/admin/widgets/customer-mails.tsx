import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerMailsCard } from "../../../admin/pages/side/customer-mails"

const CustomerMails = ({ data }: { data: { id: string } }) => <CustomerMailsCard customerId={data.id} />

export const config = defineWidgetConfig({ zone: "customer.details.after", id: "mailroom:customer-mails" })

export default CustomerMails
