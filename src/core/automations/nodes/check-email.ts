import { z } from "zod"
import { nodeKind, type Asked, type Decision } from "../node-kind"
import type { MailState } from "../questions"

const schema = z.object({
  /** Id of the step that sent the mail. */
  node: z.string().trim().min(1, "choose the mail").max(64),
  what: z.enum(["sent", "delivered", "opened", "clicked"]).default("clicked"),
  /** Counted from when it went out; 0: as it is now. */
  withinHours: z.coerce.number().int().min(0).max(2160).default(48),
})
export type CheckEmailSettings = z.infer<typeof schema>

/** Asks what became of an earlier mail, and waits for it as long as it is told to. Opens and clicks are those of people. */
export const checkEmail = nodeKind({
  kind: "check_email",
  group: "send",
  settings: schema,
  defaults: { node: "", what: "clicked", withinHours: 48 },
  rests: false,
  exitsOf: () => ["yes", "no"],
  decide,
  refersTo: ({ node }) => [{ node, kind: "send_email" }],
})

/** Minutes between looks. */
const LOOKS_AFTER_MINUTES = [1, 5, 15, 60]
const HOUR_MS = 3_600_000

function decide({ settings, entrant, know, now }: Asked<CheckEmailSettings>): Decision {
  const question = { about: "mail_state", node: settings.node, visit: null } as const
  const mail = know(question)
  if (mail === undefined) return { ask: [question] }
  const isSo = mail !== null && holds(mail, settings.what)
  const until = deadline(mail, settings.withinHours)
  if (isSo || !until || until <= now) return go(isSo, settings, mail)
  const minutes = LOOKS_AFTER_MINUTES[Math.min(entrant.rested, LOOKS_AFTER_MINUTES.length - 1)]!
  return { wait: new Date(Math.min(until.getTime(), now.getTime() + minutes * 60_000)) }
}

function holds({ sentAt, isDelivered, isOpened, isClicked }: MailState, what: CheckEmailSettings["what"]): boolean {
  switch (what) {
    case "sent":
      return sentAt !== null
    case "delivered":
      return isDelivered || isOpened || isClicked
    case "opened":
      return isOpened || isClicked
    case "clicked":
      return isClicked
  }
}

/** Until when it may still come true; null: it cannot any more. */
function deadline(mail: MailState | null, withinHours: number): Date | null {
  if (!mail) return null
  if (mail.sentAt) return new Date(mail.sentAt.getTime() + withinHours * HOUR_MS)
  // On its way: nobody can open what is not out yet.
  return mail.status === "queued" || mail.status === "held" ? FAR : null
}

const FAR = new Date("9999-01-01T00:00:00Z")

function go(isSo: boolean, { what, node }: CheckEmailSettings, mail: MailState | null): Decision {
  const reason = isSo ? "mail_did" : "mail_did_not"
  return {
    go: isSo ? "yes" : "no",
    effects: [{ kind: "decision", verdict: "went", reason, saw: { node, what, mail } }],
  }
}
