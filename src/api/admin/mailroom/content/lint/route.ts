import { lintAsked } from "../../../../../runtime/preview-content"
import { answer, parsed } from "../../call"
import { contentAskedSchema } from "../../content-asked"

export const POST = answer(({ mailroom, body }) => lintAsked(mailroom, parsed(contentAskedSchema, body)))
