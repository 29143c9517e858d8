import { z } from "zod"
import { hasComeTrue, MAIL_OUTCOMES, nextLook, outcomeDeadline } from "../mail-outcome"
import { nodeKind, type Asked, type Decision } from "../node-kind"
import type { MailState } from "../questions"

const schema = z.object({
  /** Id of the step that sent the mail. */
  node: z.string().trim().min(1, "choose the mail").max(64),
  what: z.enum(MAIL_OUTCOMES).default("clicked"),
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

function decide({ settings, entrant, know, now }: Asked<CheckEmailSettings>): Decision {
  const question = { about: "mail_state", node: settings.node, visit: null } as const
  const mail = know(question)
  if (mail === undefined) return { ask: [question] }
  const isSo = mail !== null && hasComeTrue(mail, settings.what)
  const until = outcomeDeadline(mail, settings.withinHours)
  if (isSo || !until || until <= now) return go(isSo, settings, mail)
  return { wait: nextLook({ until, rested: entrant.rested, now }) }
}

function go(isSo: boolean, { what, node }: CheckEmailSettings, mail: MailState | null): Decision {
  const reason = isSo ? "mail_did" : "mail_did_not"
  return {
    go: isSo ? "yes" : "no",
    effects: [{ kind: "decision", verdict: "went", reason, saw: { node, what, mail } }],
  }
}
