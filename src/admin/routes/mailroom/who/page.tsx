export { default } from "../../../../../admin/pages/audience/who-page"
