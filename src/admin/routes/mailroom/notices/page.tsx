export { default } from "../../../../../admin/pages/notices/notices-page"
