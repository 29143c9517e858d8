export { default } from "../../../../../../admin/pages/segments/segment-page"
