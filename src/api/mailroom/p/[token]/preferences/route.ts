import { changePreferences } from "../../../pages/change-preferences"
import { recipientOfToken } from "../../../pages/recipient-of-token"
import { guarded, unknownLink } from "../../../public-mailroom"

export const POST = guarded(async (req, res) => {
  const whose = await recipientOfToken(req)
  if (!whose) return unknownLink(res)
  await changePreferences(req, res, { whose, page: `/mailroom/p/${req.params.token}` })
})
