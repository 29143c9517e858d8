export { default } from "../../../../../../admin/pages/webhooks/webhook-page"
