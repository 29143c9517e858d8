import type { Context } from "liquidjs"
import type { UtmParameters } from "../core/mailings/utm"

/** What the mail's own tags and filters need while one mail is rendered. Templates cannot reach it. */
export type MailState = {
  locale: string
  timeZone: string
  links: readonly string[]
  linkUrl: ((index: number) => string | null) | null
  pixelUrl: string | null
  /** Where one answer of a poll is given (0: the poll); a text stands for all of them. */
  pollUrl: PollUrl
  utm?: UtmParameters
  /** Targets met so far, in order of render; the index in a token is `links.length` + position. */
  dynamicLinks: string[]
}

export type PollUrl = string | null | ((pollId: string, answer: number) => string | null)

const REGISTER = "mail"

export function putMailState(context: Context, state: MailState): void {
  context.setRegister(REGISTER, state)
}

/** Outside of a render (a template is only parsed) there is none, hence the defaults. */
export function mailStateOf(context: Context): MailState {
  return context.getRegister<MailState>(REGISTER, OUTSIDE)
}

const OUTSIDE: MailState = {
  locale: "en",
  timeZone: "UTC",
  links: [],
  linkUrl: null,
  pixelUrl: null,
  pollUrl: null,
  dynamicLinks: [],
}
