import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProductMailingsCard } from "../../../admin/pages/side/linked-mailings"

const ProductMailings = ({ data }: { data: { id: string } }) => <ProductMailingsCard productId={data.id} />

export const config = defineWidgetConfig({ zone: "product.details.after", id: "mailroom:product-mailings" })

export default ProductMailings
