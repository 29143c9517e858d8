import { shownStatus, type ShownStatus, type StatusFacts } from "../messages/shown-status"

/** The API's words for the shown status (F38: Sent, Delivered, Open, Click, Bounce, Dropped, Spam, Unsubscribed). */
export type ShownWord = Exclude<ShownStatus, "opened" | "clicked" | "bounced"> | "open" | "click" | "bounce"

export function shownWord(facts: StatusFacts): ShownWord {
  const status = shownStatus(facts)
  if (status === "opened") return "open"
  if (status === "clicked") return "click"
  return status === "bounced" ? "bounce" : status
}
