import type { SupplierInput } from "../../../src/core/suppliers/supplier"
import type { SupplierProductRow, SupplierRow } from "../../../src/modules/mailroom/services/suppliers"
import type { Json } from "./json"

export type Supplier = Json<SupplierRow>
export type SupplierProduct = Json<Omit<SupplierProductRow, "sort_title">>
export type { SupplierInput }
