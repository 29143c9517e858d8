import { z } from "zod"
import { isDay } from "../../contacts/contact-field"
import { zoneOf } from "../dates/local-time"
import { repetitionProblem } from "../dates/runs"
import { clockTrigger } from "./clock-trigger"
import { daysSchema, timeOfDaySchema } from "./time-of-day"

const agoSchema = z.object({ days: daysSchema.min(1), time: timeOfDaySchema })

const ago = (kind: string, days: number) =>
  clockTrigger({
    kind,
    group: "customer",
    subject: "contact",
    settings: agoSchema,
    defaults: { days, time: "09:00" },
    variables: ["customer"],
  })

/** So many days after the account was made, after the latest order, after the latest visit of the storefront. */
export const REGISTERED_AGO = "customer.registered_ago"
export const ORDERED_AGO = "customer.ordered_ago"
export const VISITED_AGO = "customer.visited_ago"
export type AgoSettings = z.output<typeof agoSchema>

export const CUSTOMER_DATE = "date.of_customer"
export const customerDateSchema = z.object({
  /** `birthday`, or the key of a field of type date. */
  field: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, "must be birthday or the key of a contact field")
    .default("birthday"),
  /** Days from that day to the mail: -7 is a week before, 0 the day itself. */
  offsetDays: z.coerce.number().int().min(-366).max(366).default(0),
  /** On every anniversary, or on that one day; a birthday always comes again. */
  every: z.enum(["year", "once"]).default("year"),
  time: timeOfDaySchema,
})
export type CustomerDateSettings = z.output<typeof customerDateSchema>

export const ORDER_DATE = "date.of_order"
export const orderDateSchema = z.object({
  /** Days after the order was placed. */
  days: daysSchema.min(1),
  time: timeOfDaySchema,
})
export type OrderDateSettings = z.output<typeof orderDateSchema>

export const BALANCE = "balance.expiring"
export const balanceSchema = z.object({
  /** The name under which it is pushed, for example "points". */
  name: z.string().trim().min(1, "must be the name of a balance").max(64),
  daysBefore: daysSchema.max(366),
  time: timeOfDaySchema,
})
export type BalanceSettings = z.output<typeof balanceSchema>

export const DATE = "date.reached"
export const dateSchema = z.object({
  /** In the shop's time zone. */
  day: z.string().refine(isDay, "must be a day written as YYYY-MM-DD, for example 2026-03-31"),
  time: timeOfDaySchema,
})
export type DateSettings = z.output<typeof dateSchema>

export const REPEATED = "date.repeated"
export const repeatedSchema = z
  .object({
    /** Minute, hour, day of the month, month, day of the week. */
    cron: z.string().trim().max(100),
    /** Null: the shop's. */
    timeZone: z
      .string()
      .refine((name) => zoneOf(name) !== null, "must be a time zone such as Europe/Vienna")
      .nullable()
      .default(null),
  })
  .superRefine(({ cron, timeZone }, context) => {
    const problem = repetitionProblem(cron, timeZone ?? "UTC")
    if (problem) context.addIssue({ code: "custom", path: ["cron"], message: problem })
  })
export type RepeatedSettings = z.output<typeof repeatedSchema>

const withTime = { time: "09:00" }

/** Triggers that come with the calendar. The last two start without a person, who comes by "select customers". */
export const DATE_TRIGGERS = [
  ago(REGISTERED_AGO, 30),
  ago(ORDERED_AGO, 90),
  ago(VISITED_AGO, 30),
  clockTrigger({
    kind: CUSTOMER_DATE,
    group: "date",
    subject: "contact",
    settings: customerDateSchema,
    defaults: { field: "birthday", offsetDays: 0, every: "year", ...withTime },
    variables: ["customer"],
  }),
  clockTrigger({
    kind: ORDER_DATE,
    group: "date",
    subject: "order",
    settings: orderDateSchema,
    defaults: { days: 14, ...withTime },
    variables: ["order", "lines"],
  }),
  clockTrigger({
    kind: BALANCE,
    group: "date",
    subject: "contact",
    settings: balanceSchema,
    defaults: { name: "points", daysBefore: 14, ...withTime },
    variables: ["customer", "balance"],
  }),
  clockTrigger({
    kind: DATE,
    group: "date",
    subject: null,
    settings: dateSchema,
    defaults: { day: "", ...withTime },
    variables: [],
  }),
  clockTrigger({
    kind: REPEATED,
    group: "date",
    subject: null,
    settings: repeatedSchema,
    defaults: { cron: "0 9 * * 1", timeZone: null },
    variables: [],
  }),
]
