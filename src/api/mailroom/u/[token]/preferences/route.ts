import { changePreferences } from "../../../pages/change-preferences"
import { guarded, mailroomOf, tokenOf, unknownLink } from "../../../public-mailroom"

export const POST = guarded(async (req, res) => {
  const token = await tokenOf(req, "u")
  const whose = token && (await mailroomOf(req).preferences.recipientOfMessage(token.messageId))
  if (!whose) return unknownLink(res)
  await changePreferences(req, res, { whose, page: `/mailroom/u/${req.params.token}` })
})
