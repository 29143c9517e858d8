export { default } from "../../../../../../admin/pages/newsletters/calendar-page"
