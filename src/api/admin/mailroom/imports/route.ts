import { answer, parsed } from "../call"
import { pageSchema } from "../query"

export const GET = answer(({ mailroom, query }) => mailroom.imports.list(parsed(pageSchema, query)))
