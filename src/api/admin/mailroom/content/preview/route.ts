import { previewContent } from "../../../../../runtime/preview-content"
import { answer, parsed } from "../../call"
import { contentAskedSchema } from "../../content-asked"

/** A question, not a change: POST only because the content is too long for a query. */
export const POST = answer(({ mailroom, body }) => previewContent(mailroom, parsed(contentAskedSchema, body)))
