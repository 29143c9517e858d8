import { z } from "zod"
import { answer, parsed } from "../../call"

const querySchema = z.object({
  kind: z.enum(["contacts", "suppressions"]).default("contacts"),
  file_name: z.string().trim().max(500).default("file.csv"),
})

/** The body is the file itself, read as it comes: no parser stands before this route. */
export const POST = answer(async ({ mailroom, actor, query, req }) => {
  const { kind, file_name: fileName } = parsed(querySchema, query)
  return { import: await mailroom.imports.upload(req, { kind, fileName, by: actor.userId }) }
})
