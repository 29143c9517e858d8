export { default } from "../../../../../../../admin/pages/consent/proof-page"
