export { default } from "../../../../../../admin/pages/suppliers/supplier-page"
