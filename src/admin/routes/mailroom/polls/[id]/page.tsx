export { default } from "../../../../../../admin/pages/polls/poll-page"
