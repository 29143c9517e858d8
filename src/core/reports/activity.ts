/** One line of a contact's activities (F41): what we did, and what came back. */
export type Activity = {
  at: string
  types: string[]
  feature: string | null
  action_feature: string | null
  sentence: string
  /** Null for what is no mail. */
  message_id: string | null
}

const SHOWN = ["sent", "open", "click", "unsubscribed", "bounce", "spam", "poll"] as const
type Shown = (typeof SHOWN)[number]

const TYPES: Record<Shown, { types: string[]; feature?: string; actionFeature?: string }> = {
  sent: { types: ["Email", "Output Action"], feature: "Serial Mail & Tracking" },
  open: { types: ["System", "Email Open"], actionFeature: "Tracking" },
  click: { types: ["System", "Email Click"], actionFeature: "Tracking" },
  unsubscribed: { types: ["System", "Unsubscribed"], actionFeature: "Tracking" },
  bounce: { types: ["System", "Email Bounce"] },
  spam: { types: ["System", "Spam Complaint"] },
  poll: { types: ["System", "Poll Answered"], feature: "Polls" },
}

/** An SMS or a push that went out. */
export function saidActivity({ kind, at, text }: { kind: "send_sms" | "send_push"; at: Date; text: string }): Activity {
  const type = kind === "send_sms" ? "SMS" : "Push"
  return {
    at: at.toISOString(),
    types: [type, "Output Action"],
    feature: "Automations",
    action_feature: null,
    sentence: `${type} sent: ${text}`,
    message_id: null,
  }
}

/** Null for what is no activity. */
export function activityOf(event: {
  kind: string
  at: Date
  message_id: string
  subject: string | null
}): Activity | null {
  if (!(SHOWN as readonly string[]).includes(event.kind)) return null
  const { types, feature = null, actionFeature = null } = TYPES[event.kind as Shown]
  return {
    at: event.at.toISOString(),
    types,
    feature,
    action_feature: actionFeature,
    sentence: `${types.at(-1) === "Output Action" ? "Email sent" : types.at(-1)}: ${event.subject ?? "(no subject)"}`,
    message_id: event.message_id,
  }
}
