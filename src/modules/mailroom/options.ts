import { z } from "zod"
import { ownActionProblem, type OwnAction } from "../../core/automations/own-actions"
import { smtpUrlProblem } from "../../core/settings/smtp-target"

const addressOrRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: "must be an IP address or a range such as 10.0.0.0/8",
})

/**
 * Plugin options: secrets, infrastructure, defaults and locks. What a merchant changes is a setting.
 * `settings` are defaults for the admin's settings; `locked: true` makes them unchangeable there.
 */
export const optionsSchema = z
  .object({
    pool: z.object({ max: z.number().int().min(2).max(200) }).default({ max: 10 }),
    /** Wakes worker processes at once; default: the store's own (`projectConfig.redisUrl`), false: none. */
    redisUrl: z
      .union([
        z.string().regex(/^rediss?:\/\/./i, "must begin with redis:// or rediss://, or be false"),
        z.literal(false),
      ])
      .optional(),
    /** Before Mailroom's keys in Redis, when the default (one of its own for each installation) does not fit. */
    redisPrefix: z
      .string()
      .regex(/^[\w:.-]{1,64}$/, "must be of letters, digits and : . _ - (64 at most)")
      .optional(),
    /** smtp://user:pass@host:port; wins over the settings' fields. */
    smtpUrl: z
      .string()
      .superRefine((value, context) => {
        const message = smtpUrlProblem(value)
        if (message) context.addIssue({ code: "custom", message })
      })
      .optional(),
    /** Where the world reaches this instance; default of the setting general.baseUrl and part of the restore guard. */
    baseUrl: z
      .string()
      .refine(
        (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
        "must be a URL that begins with https:// or http://",
      )
      .optional(),
    /** By number: a token holds the number of its key in one byte. */
    signingKeys: z
      .record(z.string(), z.string().min(32))
      .refine(
        (keys) => Object.keys(keys).length > 0 && Object.keys(keys).every(isKeyNumber),
        "must hold at least one key, each under a number from 0 to 255",
      )
      .optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
    locked: z.boolean().default(false),
    /** Where webhooks may go beside the public internet: addresses or ranges of the shop's own network. */
    webhooks: z
      .object({
        allowAddresses: z.array(addressOrRange).default([]),
        /** Certificates (PEM) of own authorities. */
        ca: z.string().optional(),
      })
      .default({ allowAddresses: [] }),
    /** Steps of automations that the shop's own code carries out (docs/actions.md). */
    actions: z
      .array(
        z.custom<OwnAction>().superRefine((action, context) => {
          const message = ownActionProblem(action)
          if (message) context.addIssue({ code: "custom", message })
        }),
      )
      .default([]),
    environment: z.string().max(64).optional(),
    /** auto: loops run by Medusa's worker mode. manual: nothing runs until `drain()` is called (tests). */
    runtime: z.enum(["auto", "manual"]).default("auto"),
  })
  .passthrough()

export type MailroomOptions = z.infer<typeof optionsSchema>

export type ParsedOptions = { options: MailroomOptions; problems: string[] }

function isKeyNumber(kid: string): boolean {
  return /^(0|[1-9]\d{0,2})$/.test(kid) && Number(kid) <= 255
}

/** Never throws: a wrong option makes Mailroom *not ready* and is named with its path, it does not stop the shop. */
export function parseOptions(raw: unknown): ParsedOptions {
  const parsed = optionsSchema.safeParse(raw ?? {})
  if (parsed.success) return { options: parsed.data, problems: [] }
  return {
    options: optionsSchema.parse({}),
    problems: parsed.error.issues.map((issue) => `Plugin option "${issue.path.join(".")}": ${issue.message}`),
  }
}

/** Which of the merchant's installations this is: plugin option, else NODE_ENV. Part of the restore guard. */
export function environmentOf(options: MailroomOptions): string {
  return options.environment ?? process.env.NODE_ENV ?? "development"
}

/** The address that this instance was given, not the one kept in the settings: that one travels with a copied database. */
export function instanceUrlOf(options: MailroomOptions): string | null {
  const fromEnvironment = process.env.MEDUSA_BACKEND_URL
  const candidate = options.baseUrl ?? fromEnvironment
  return candidate && /^https?:\/\//i.test(candidate) ? candidate.replace(/\/+$/, "") : null
}
