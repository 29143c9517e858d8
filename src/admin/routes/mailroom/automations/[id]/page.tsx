export { default } from "../../../../../../admin/pages/automations/automation-page"
