export { default } from "../../../../../../admin/pages/contacts/contact-page"
