export { default } from "../../../../../../admin/pages/outbox/message-page"
