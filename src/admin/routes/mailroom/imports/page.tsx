export { default } from "../../../../../admin/pages/imports/imports-page"
