import { personalData } from "../../../../../../runtime/personal-data"
import { answer } from "../../../call"

/** Everything that is known of a person, as a file (GDPR art. 15 and 20). */
export const GET = answer(async ({ mailroom, params, res }) => {
  const found = await personalData(mailroom, params.id!)
  res.setHeader("Content-Type", "application/json; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="personal-data-${found.contact_id}.json"`)
  res.setHeader("Cache-Control", "no-store")
  res.send(JSON.stringify(found, null, 2))
})
