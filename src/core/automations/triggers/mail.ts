import { z } from "zod"
import { clockTrigger } from "./clock-trigger"

const id = z.string().trim().min(1).max(100)

export const TOPIC_SUBSCRIBED = "topic.subscribed"
export const TOPIC_CONFIRMED = "topic.confirmed"
export const TOPIC_LEFT = "topic.left"
export const LINK_CLICKED = "link.clicked"
export const MAIL_BOUNCED = "mail.bounced"
export const MAIL_COMPLAINED = "mail.complained"
export const MAILING_FINISHED = "mailing.finished"

/** None: any topic. */
export const topicsSchema = z.object({ topicIds: z.array(id).max(50).default([]) })
export type TopicsSettings = z.output<typeof topicsSchema>

export const clickedSchema = z.object({
  /** Mailings and automations; none: any mail. */
  sourceIds: z.array(id).max(50).default([]),
  /** A part of the link's target; empty: any link. */
  link: z.string().trim().max(300).default(""),
})
export type ClickedSettings = z.output<typeof clickedSchema>

/** Null: any mailing. */
export const mailingSchema = z.object({ mailingId: id.nullable().default(null) })
export type MailingSettings = z.output<typeof mailingSchema>

const mail = <Schema extends z.ZodType>(kind: string, settings: Schema, defaults: Record<string, unknown>) =>
  clockTrigger({ kind, group: "mail", subject: "contact", settings, defaults, variables: ["customer"] })

const topic = (kind: string) =>
  clockTrigger({
    kind,
    group: "mail",
    subject: "contact",
    settings: topicsSchema,
    defaults: { topicIds: [] },
    variables: ["customer"],
    references: ({ topicIds }) => ({ topic: topicIds }),
  })

/** What people do with mails and topics, and what becomes of the mails. */
export const MAIL_TRIGGERS = [
  topic(TOPIC_SUBSCRIBED),
  topic(TOPIC_CONFIRMED),
  topic(TOPIC_LEFT),
  mail(LINK_CLICKED, clickedSchema, { sourceIds: [], link: "" }),
  mail(MAIL_BOUNCED, z.object({}), {}),
  mail(MAIL_COMPLAINED, z.object({}), {}),
  clockTrigger({
    kind: MAILING_FINISHED,
    group: "mail",
    subject: null,
    settings: mailingSchema,
    defaults: { mailingId: null },
    variables: [],
  }),
]
