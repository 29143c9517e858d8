import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { Poll } from "../../emails/blocks/poll"
import { unwrapLiquid } from "../../emails/liquid"
import type { Look } from "../../emails/theme"
import type { PollWords } from "../core/polls/poll-words"

/** `{% poll "mpoll_…" %}`, the quotes may be missing. */
const TAG = /\{%-?\s*poll\s+["']?(mpoll_[0-9a-f]{24})["']?\s*-?%\}/g

export type PollsOfLook = { polls: ReadonlyMap<string, PollWords>; look: Look }

/** The tag in an author's own text becomes the question with its answers; a poll that is gone says nothing. */
export function pollsInHtml(html: string, { polls, look }: PollsOfLook): string {
  return html.replace(TAG, (_, id: string) => {
    const poll = polls.get(id)
    return poll ? unwrapLiquid(renderToStaticMarkup(createElement(Poll, { look, poll }))) : ""
  })
}

/** The same in a text part: the question, then one line for each answer. */
export function pollsInText(text: string, { polls }: PollsOfLook): string {
  return text.replace(TAG, (_, id: string) => {
    const poll = polls.get(id)
    if (!poll) return ""
    const answers = poll.answers.map(({ number, text: said }) => `- ${said}: {{ "${id}" | poll_url: ${number} }}`)
    return [poll.question, ...answers].join("\n")
  })
}
