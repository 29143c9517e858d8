export { default } from "../../../../../admin/pages/consent/ledger-page"
