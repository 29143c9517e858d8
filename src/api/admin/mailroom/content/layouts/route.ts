import { NEWSLETTER_LAYOUTS } from "../../../../../rendering/newsletter-layouts"
import { answer } from "../../call"

export const GET = answer(async () => ({ layouts: NEWSLETTER_LAYOUTS }))
