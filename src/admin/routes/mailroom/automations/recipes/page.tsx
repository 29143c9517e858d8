export { default } from "../../../../../../admin/pages/automations/recipes-page"
