import { guarded, isHead, mailroomOf, requestFacts, sendText, tokenOf, unknownLink } from "../../public-mailroom"
import { showPreferences } from "../../pages/preferences"

/** Looking never changes anything: scanners follow every link of a mail. */
export const GET = guarded(async (req, res) => {
  const token = await tokenOf(req, "u")
  const whose = token && (await mailroomOf(req).preferences.recipientOfMessage(token.messageId))
  if (!whose) return unknownLink(res)
  await showPreferences(req, res, { whose, path: `/mailroom/u/${req.params.token}/preferences`, leads: "leaving" })
})

/**
 * RFC 8058: the token is the authority, whatever the body says and in whatever form it comes; no cookie, no redirect.
 * Done again it is still done.
 */
export const POST = guarded(async (req, res) => {
  req.resume()
  const token = await tokenOf(req, "u")
  const { preferences } = mailroomOf(req)
  const whose = token && (await preferences.recipientOfMessage(token.messageId))
  if (!whose || isHead(req)) return unknownLink(res)
  await preferences.leave(whose, "mail", {
    source: "mail",
    method: "one_click",
    actor: "contact",
    messageId: whose.messageId,
    ...requestFacts(req),
  })
  sendText(res, 200, "Unsubscribed")
})
