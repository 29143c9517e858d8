export { default } from "../../../../../../admin/pages/contacts/fields-page"
