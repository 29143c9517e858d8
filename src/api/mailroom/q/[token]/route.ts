import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { maskAddress } from "../../../../core/contacts/normalise-address"
import { pollWords } from "../../../../core/polls/poll-words"
import type { Asked } from "../../../../modules/mailroom/services/poll-answers"
import { formBody } from "../../pages/form-body"
import { frameOf, sendPage } from "../../pages/layout"
import { pollForm, pollOutcome, type PollPage } from "../../pages/poll"
import { html } from "../../pages/html"
import { guarded, mailroomOf, PRIVATE, send, tokenOf, unknownLink } from "../../public-mailroom"

/** Shows the question with the answer of the link chosen, and a button: a scanner that follows the link answers nothing. */
export const GET = guarded(async (req, res) => {
  const link = await linkOf(req)
  if (!link) return unknownLink(res)
  const page = await pageOf(req, link)
  if (!page) return sendGone(req, res)
  const { frame, words, asked } = page
  const isAnswered = asked.given !== null && ("answered" in req.query || asked.given.answers.includes(link.answer))
  const isUncounted = !asked.answerer.is_real || asked.answerer.contact_id === null
  const isTried = isUncounted && "answered" in req.query
  const isOver = asked.poll.is_closed
  const body =
    isOver || isTried || (isAnswered && !("change" in req.query))
      ? pollOutcome(page, await resultOf(req, asked))
      : pollForm(page, { chosen: chosenBefore(asked, link.answer) })
  sendPage(req, res, { frame, title: words.question, body })
})

export const POST = guarded(async (req, res) => {
  const link = await linkOf(req)
  if (!link) return unknownLink(res)
  const { pollId, messageId } = link
  const chosen = (await formBody(req)).getAll("answer").map(Number).filter(Number.isInteger)
  const done = await mailroomOf(req).pollAnswers.answer({ pollId, messageId, chosen })
  if (done.kind === "gone") return sendGone(req, res)
  if (done.kind !== "refused" || done.reason === "closed")
    return send(res, 303, { ...PRIVATE, Location: `/mailroom/q/${req.params.token}?answered` })
  const page = await pageOf(req, link)
  if (!page) return sendGone(req, res)
  const body = pollForm(page, { chosen, refused: done.reason })
  sendPage(req, res, { frame: page.frame, status: 422, title: page.words.question, body })
})

const linkOf = (req: MedusaRequest) => tokenOf(req, "q")
type Link = NonNullable<Awaited<ReturnType<typeof linkOf>>>

async function pageOf(req: MedusaRequest, { pollId, messageId }: Link): Promise<PollPage | null> {
  const mailroom = mailroomOf(req)
  const asked = await mailroom.pollAnswers.asked(pollId, messageId)
  if (!asked) return null
  const { locale, sender_id: senderId, email } = asked.answerer
  const { general } = await mailroom.settings.read()
  return {
    asked,
    frame: await frameOf(mailroom, { locale, senderId }),
    words: pollWords(asked.poll, locale ?? general.locale, general.locale),
    action: `/mailroom/q/${req.params.token}`,
    address: email && maskAddress(email),
  }
}

/** With one choice that of the link; with several those that were given before as well. */
function chosenBefore({ poll, given }: Asked, answer: number): number[] {
  if (answer === 0) return given?.answers ?? []
  return poll.most_choices > 1 ? [...(given?.answers ?? []), answer] : [answer]
}

async function resultOf(req: MedusaRequest, { poll }: Asked) {
  return poll.is_result_shown ? mailroomOf(req).polls.report(poll) : null
}

async function sendGone(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const frame = await frameOf(mailroomOf(req), { locale: null })
  const body = html`<p>${frame.texts.pollGone}</p>`
  sendPage(req, res, { frame, status: 410, title: frame.texts.pollGoneTitle, body })
}
