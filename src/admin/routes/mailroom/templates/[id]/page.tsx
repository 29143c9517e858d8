export { default } from "../../../../../../admin/pages/templates/template-page"
