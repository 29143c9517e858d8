import { z } from "zod"
import { answer, parsed } from "../../call"
import { contactFilterFields, contactFilterOf } from "../../contact-filter"
import { csvAnswer } from "../../csv-answer"

const querySchema = z.object(contactFilterFields)

/** The same filter as the list of contacts. */
export const GET = answer(async ({ mailroom, query, res }) => {
  const filter = await contactFilterOf(parsed(querySchema, query), mailroom)
  await csvAnswer(res, "contacts.csv", mailroom.exports.contacts(filter))
})
