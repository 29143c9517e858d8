import type { MedusaRequest } from "@medusajs/framework/http"
import type { NoticeSettings } from "../../../../core/automations/nodes/notify-third-party"
import type { NoticeRow } from "../../../../modules/mailroom/services/notices"
import { html, type Markup } from "../../pages/html"
import { frameOf, sendPage, type Frame } from "../../pages/layout"
import { guarded, mailroomOf, PRIVATE, send, tokenOf, unknownLink } from "../../public-mailroom"

/** Asks whether the notice was seen: a scanner that follows the link says nothing for anybody. */
export const GET = guarded(async (req, res) => {
  const notice = await noticeOf(req)
  if (!notice) return unknownLink(res)
  const settings = notice.settings as NoticeSettings
  const frame = await frameOf(mailroomOf(req), { locale: notice.recipients.locale ?? settings.locale })
  sendPage(req, res, { frame, title: settings.heading, body: bodyOf(req, frame, notice) })
})

export const POST = guarded(async (req, res) => {
  const notice = await noticeOf(req)
  if (!notice) return unknownLink(res)
  await mailroomOf(req).notices.acknowledge(notice.id, "link")
  send(res, 303, { ...PRIVATE, Location: `/mailroom/n/${req.params.token}` })
})

/** Only what went out: nobody else has the link. */
async function noticeOf(req: MedusaRequest): Promise<NoticeRow | null> {
  const token = await tokenOf(req, "n")
  const notice = token && (await mailroomOf(req).notices.find(token.subjectId))
  return notice?.state === "sent" ? notice : null
}

function bodyOf(req: MedusaRequest, { texts }: Frame, notice: NoticeRow): Markup {
  if (notice.acknowledged_at) return html`<div class="note" role="status"><p>${texts.noticeSeen}</p></div>`
  return html`<p>${texts.noticeAsk}</p>
    <form method="post" action="/mailroom/n/${req.params.token}"><button>${texts.noticeButton}</button></form>`
}
