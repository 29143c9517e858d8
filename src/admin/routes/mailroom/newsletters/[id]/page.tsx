export { default } from "../../../../../../admin/pages/newsletters/newsletter-page"
