export { default } from "../../../../../../admin/pages/reports/report-page"
