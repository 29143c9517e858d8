import { rebuildMail } from "../../../../runtime/rebuild-mail"
import { html } from "../../pages/html"
import { frameOf, sendPage } from "../../pages/layout"
import { guarded, isHead, mailroomOf, PRIVATE, send, tokenOf, unknownLink } from "../../public-mailroom"

/** A receipt holds an address and an order: its link ends with the time in which people ask for it (F30). */
const RECEIPT_DAYS = 30

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
  const rebuilt = await rebuildMail(mailroom, token.messageId)
  const isOver =
    rebuilt.kind === "gone" || (rebuilt.facts.class !== "marketing" && ageInDays(token.messageId) > RECEIPT_DAYS)
  if (!isOver) return send(res, 200, HEADERS, isHead(req) ? "" : rebuilt.content.html)
  const frame = await frameOf(mailroom, { locale: rebuilt.facts?.locale ?? null, senderId: rebuilt.facts?.sender_id })
  sendPage(req, res, {
    frame,
    status: 410,
    title: frame.texts.viewGoneTitle,
    body: html`<p>${frame.texts.viewGone}</p>`,
  })
})

/** A message's id begins with the milliseconds of its planning (UUID version 7). */
function ageInDays(messageId: string): number {
  const plannedAt = parseInt(messageId.replaceAll("-", "").slice(0, 12), 16)
  return (Date.now() - plannedAt) / 86_400_000
}
