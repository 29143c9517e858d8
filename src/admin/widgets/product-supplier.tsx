import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProductSupplierCard } from "../../../admin/pages/side/product-supplier"

const ProductSupplier = ({ data }: { data: { id: string } }) => <ProductSupplierCard productId={data.id} />

export const config = defineWidgetConfig({ zone: "product.details.side.after", id: "mailroom:product-supplier" })

export default ProductSupplier
