import { resendNotice } from "../../../../../../runtime/notices"
import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => {
  await resendNotice(mailroom, params.id!)
  return { id: params.id, sent: true }
})
