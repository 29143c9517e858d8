export { default } from "../../../../../admin/pages/suppressions/suppressions-page"
