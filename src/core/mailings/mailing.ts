import { DateTime } from "luxon"

export const MAILING_STATES = [
  "draft",
  "scheduled",
  "planning",
  "sending",
  "paused",
  "sent",
  "stopped",
  "failed",
] as const
export type MailingState = (typeof MAILING_STATES)[number]

export type MailingAction =
  | "edit"
  | "remove"
  | "send"
  | "schedule"
  | "unschedule"
  | "pause"
  | "resume"
  | "stop"
  | "undo"
  | "time"
  | "correct"
  | "archive"
  | "resend"

const ALLOWED: Record<MailingAction, readonly MailingState[]> = {
  edit: ["draft", "scheduled"],
  remove: ["draft"],
  send: ["draft", "scheduled"],
  schedule: ["draft", "scheduled"],
  unschedule: ["scheduled"],
  pause: ["planning", "sending"],
  resume: ["paused"],
  stop: ["planning", "sending", "paused"],
  undo: ["planning", "paused"],
  time: ["draft", "scheduled", "planning", "sending", "paused"],
  correct: ["paused"],
  archive: ["sent", "stopped", "failed"],
  resend: ["sent", "stopped"],
}

const WAY_OUT: Record<MailingAction, string> = {
  edit: "Only drafts and scheduled mailings can be changed; duplicate it to send something else.",
  remove: "Only drafts can be deleted; take a scheduled mailing back first.",
  send: "Only drafts and scheduled mailings can be sent; duplicate it to send it again.",
  schedule: "Only drafts and scheduled mailings can be scheduled.",
  unschedule: "Only a scheduled mailing can be taken back.",
  pause: "Only a mailing that is going out can be paused.",
  resume: "Only a paused mailing can go on.",
  stop: "Only a mailing that is going out can be stopped.",
  undo: "Only a mailing of which nothing has left can be taken back; pause or stop it.",
  time: "Only a mailing that is not over can keep to other hours.",
  correct: "Pause it first; what has not left yet then gets the new text.",
  archive: "Only a mailing that is over can go into the archive; delete a draft, stop one that goes out.",
  resend: "Wait until it is over; then those whom it did not reach are known.",
}

/** Null when the state allows it, else the sentence that says why not and what to do. */
export function refusalOf(action: MailingAction, state: MailingState): string | null {
  return ALLOWED[action].includes(state) ? null : `This mailing is ${state}. ${WAY_OUT[action]}`
}

/** "Spring sale – 2026-11-21 09:00" as a mailing without a name of its own is called: subject + date of dispatch (F39). */
export function shownName(
  mailing: { name: string | null; subject: string; startedAt: Date | null; scheduledAt: Date | null; createdAt: Date },
  timeZone: string,
): string {
  if (mailing.name?.trim()) return mailing.name.trim()
  return nameByDate(mailing.subject, mailing.startedAt ?? mailing.scheduledAt ?? mailing.createdAt, timeZone)
}

/** The same in every language, and two of a day differ. */
export function nameByDate(subject: string, at: Date, timeZone: string): string {
  const date = DateTime.fromJSDate(at, { zone: timeZone }).toFormat("yyyy-MM-dd HH:mm")
  return `${subject.trim() || "(no subject)"} – ${date}`
}
