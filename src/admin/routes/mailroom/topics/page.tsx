export { default } from "../../../../../admin/pages/topics/topics-page"
