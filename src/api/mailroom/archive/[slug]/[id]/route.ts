import { archiveCopy } from "../../../../../runtime/archive-copy"
import { localeAskedBy, publicHeaders, topicOf } from "../../../pages/archive"
import { guarded, isHead, mailroomOf, send, sendText } from "../../../public-mailroom"

/** The mail's own styles and pictures, and nothing that could run, send or be framed. */
const POLICY = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; font-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
}

/** One newsletter as everybody may read it: nobody's names, no pixel, no tracked link. */
export const GET = guarded(async (req, res) => {
  const topic = await topicOf(req)
  const mailroom = mailroomOf(req)
  const mailing = topic && (await mailroom.publicArchive.mailing(topic.id, req.params.id ?? ""))
  if (!topic || !mailing) return sendText(res, 404, "There is no such newsletter in this archive.")
  const locale = localeAskedBy(req) ?? (await mailroom.settings.read()).general.locale
  const { html } = await archiveCopy(mailroom, mailing, locale)
  send(res, 200, { ...publicHeaders(topic), ...POLICY }, isHead(req) ? "" : html)
})
