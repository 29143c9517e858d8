export { default } from "../../../../../../admin/pages/store-emails/store-email-page"
