export { default } from "../../../../../../admin/pages/imports/import-page"
