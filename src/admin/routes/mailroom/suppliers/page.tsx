export { default } from "../../../../../admin/pages/suppliers/suppliers-page"
