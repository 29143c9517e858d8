import { readersCopy } from "../../../../runtime/readers-copy"
import { html } from "../../pages/html"
import { frameOf, sendPage } from "../../pages/layout"
import { guarded, isHead, mailroomOf, PRIVATE, send, tokenOf, unknownLink } from "../../public-mailroom"

const HEADERS = {
  ...PRIVATE,
  "Content-Type": "text/html; charset=utf-8",
  // The mail's own styles and pictures, and nothing that could run or send.
  "Content-Security-Policy":
    "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; font-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
}

/** The mail in the browser, made again by the path that sent it. */
export const GET = guarded(async (req, res) => {
  const token = await tokenOf(req, "v")
  if (!token) return unknownLink(res)
  const mailroom = mailroomOf(req)
  const copy = await readersCopy(mailroom, token.messageId)
  if (copy.kind === "rebuilt") return send(res, 200, HEADERS, isHead(req) ? "" : copy.content.html)
  const frame = await frameOf(mailroom, { locale: copy.facts?.locale ?? null, senderId: copy.facts?.sender_id })
  sendPage(req, res, {
    frame,
    status: 410,
    title: frame.texts.viewGoneTitle,
    body: html`<p>${frame.texts.viewGone}</p>`,
  })
})
