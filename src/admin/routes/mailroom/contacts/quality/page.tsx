export { default } from "../../../../../../admin/pages/contacts/quality-page"
