export { default } from "../../../../../admin/pages/webhooks/webhooks-page"
