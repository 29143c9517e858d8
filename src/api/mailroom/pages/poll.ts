import type { PollResult } from "../../../core/polls/poll-result"
import type { PollWords } from "../../../core/polls/poll-words"
import type { Answered, Asked } from "../../../modules/mailroom/services/poll-answers"
import { html, type Markup } from "./html"
import type { Frame } from "./layout"
import { fill } from "./texts"

export type PollPage = {
  frame: Frame
  words: PollWords
  asked: Asked
  action: string
  /** Of the mail's reader, with most of it hidden: a link that was passed on answers for somebody else. */
  address: string | null
}

type Refusal = Extract<Answered, { kind: "refused" }>["reason"]

/** The question's answers as a form that needs no script. */
export function pollForm(page: PollPage, { chosen, refused }: { chosen: number[]; refused?: Refusal }): Markup {
  const { frame, words, asked, action, address } = page
  const { texts } = frame
  const { given, answerer, poll } = asked
  const type = poll.most_choices > 1 ? "checkbox" : "radio"
  const isOffered = chosen.every((one) => words.answers.some(({ number }) => number === one))
  const wrong = refused ?? (isOffered ? undefined : "not_offered")
  return html`${!answerer.is_real && note(texts.testMail)} ${wrong && alarm(refusalText(page, wrong))}
    ${given && note(fill(texts.pollBefore, { answers: saidBy(words, given.answers) }))}
    <form method="post" action="${action}">
      <fieldset>
        <legend>
          ${poll.most_choices > 1 ? fill(texts.pollSeveral, { count: String(poll.most_choices) }) : texts.pollOne}
        </legend>
        ${words.answers.map(
          ({ number, text }) =>
            html`<label>
              <input type="${type}" name="answer" value="${number}" ${chosen.includes(number) && html`checked`} />
              <span>${text}</span>
            </label>`,
        )}
      </fieldset>
      <button>${given ? texts.pollChange : texts.pollButton}</button>
    </form>
    ${address && html`<p style="margin-top:1rem"><small>${fill(texts.pollAs, { address })}</small></p>`}`
}

/** What was counted, and what everybody says where the shop shows it. */
export function pollOutcome(page: PollPage, result: PollResult | null): Markup {
  const { frame, words, asked, action } = page
  const { texts } = frame
  const { given, poll, answerer } = asked
  const said = given && fill(texts.pollYours, { answers: saidBy(words, given.answers) })
  return html`${!answerer.is_real && note(texts.testMail)}
  ${poll.is_closed ? note(texts.pollClosed) : answerer.is_real && answerer.contact_id === null && note(texts.pollNotCounted)}
  ${given && !poll.is_closed && note(words.thanks || texts.pollThanks)} ${said && html`<p>${said}</p>`}
  ${result && resultList(page, result)}
  ${given && !poll.is_closed && html`<p><a href="${action}?change">${texts.pollChange}</a></p>`}`
}

function resultList({ frame, words }: PollPage, { people, answers }: PollResult): Markup {
  const { texts, locale, brand } = frame
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(locale)
  const textOf = (one: number) => words.answers.find((answer) => answer.number === one)?.text ?? ""
  return html`<h2>${texts.pollResult}</h2>
    <ul class="items">
      ${answers.map(
        (answer) =>
          html`<li>
            <span class="grow">
              ${textOf(answer.number)}
              <span style="display:block;height:8px;margin-top:6px;border-radius:4px;background:#e4e4e7">
                <span
                  style="display:block;height:8px;border-radius:4px;background:${brand.primaryColor};width:${Math.round((answer.share ?? 0) * 100)}%"
                ></span>
              </span>
            </span>
            <strong style="min-width:3.25rem;text-align:right">${percent.format(answer.share ?? 0)}</strong>
          </li>`,
      )}
    </ul>
    <p><small>${fill(texts.pollPeople, { count: number.format(people) })}</small></p>`
}

function refusalText({ frame: { texts }, asked }: PollPage, reason: Refusal): string {
  switch (reason) {
    case "nothing_chosen":
      return texts.pollNothing
    case "too_many":
      return fill(texts.pollTooMany, { count: String(asked.poll.most_choices) })
    case "not_offered":
      return texts.pollNotOffered
    case "closed":
      return texts.pollClosed
  }
}

const saidBy = ({ answers }: PollWords, numbers: number[]): string =>
  answers
    .filter(({ number }) => numbers.includes(number))
    .map(({ text }) => text)
    .join(", ")

const note = (text: string) => html`<div class="note" role="status"><p style="margin:0">${text}</p></div>`
const alarm = (text: string) =>
  html`<div class="note" role="alert" style="background:#fef2f2;border-color:#fecaca">
    <p style="margin:0">${text}</p>
  </div>`
