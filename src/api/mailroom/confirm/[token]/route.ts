import type { MedusaRequest } from "@medusajs/framework/http"
import { maskAddress } from "../../../../core/contacts/normalise-address"
import { topicName } from "../../../../core/contacts/topic-name"
import type { PendingRequest } from "../../../../modules/mailroom/services/subscriptions"
import { html, type Markup } from "../../pages/html"
import { frameOf, sendPage, type Frame } from "../../pages/layout"
import { fill } from "../../pages/texts"
import { guarded, mailroomOf, PRIVATE, requestFacts, send, tokenOf, unknownLink } from "../../public-mailroom"

/** Shows what was asked for and a button: a scanner that follows the link confirms nothing. */
export const GET = guarded(async (req, res) => {
  const request = await requestOf(req)
  if (!request) return unknownLink(res)
  const frame = await frameOf(mailroomOf(req), { locale: request.locale })
  sendPage(req, res, { frame, title: frame.texts.confirmTitle, body: bodyOf(req, frame, request) })
})

export const POST = guarded(async (req, res) => {
  const request = await requestOf(req)
  if (!request) return unknownLink(res)
  await mailroomOf(req).subscriptions.confirm(request.id, requestFacts(req))
  send(res, 303, { ...PRIVATE, Location: `/mailroom/confirm/${req.params.token}` })
})

async function requestOf(req: MedusaRequest): Promise<PendingRequest | null> {
  const token = await tokenOf(req, "d")
  return token && mailroomOf(req).subscriptions.pending(token.subjectId)
}

function bodyOf(req: MedusaRequest, { texts, locale }: Frame, request: PendingRequest): Markup {
  if (request.state === "confirmed") return html`<div class="note" role="status"><p>${texts.confirmed}</p></div>`
  if (request.state === "expired") return html`<p>${texts.confirmExpired}</p>`
  return html`<p>${fill(texts.confirmAsk, { address: maskAddress(request.email ?? "") })}</p>
    <ul>
      ${request.topics.map((topic) => html`<li>${topicName(topic, locale)}</li>`)}
    </ul>
    ${request.wants_tracking && html`<p>${texts.confirmTracking}</p>`}
    <form method="post" action="/mailroom/confirm/${req.params.token}"><button>${texts.confirmButton}</button></form>`
}
