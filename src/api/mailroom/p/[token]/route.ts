import { recipientOfToken } from "../../pages/recipient-of-token"
import { guarded, unknownLink } from "../../public-mailroom"
import { showPreferences } from "../../pages/preferences"

/** The person's choices, by the link in each mail or by the shop's link for a logged-in customer. */
export const GET = guarded(async (req, res) => {
  const whose = await recipientOfToken(req)
  if (!whose) return unknownLink(res)
  await showPreferences(req, res, { whose, path: `/mailroom/p/${req.params.token}/preferences`, leads: "choosing" })
})
