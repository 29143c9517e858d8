import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerListCard } from "../../../admin/pages/side/customer-list"

const CustomerList = () => <CustomerListCard />

export const config = defineWidgetConfig({ zone: "customer.list.before", id: "mailroom:customer-list" })

export default CustomerList
