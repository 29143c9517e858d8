import { z } from "zod"
import { MOST_PICKED, MOST_PICKED_EVER } from "../mailings/audience"
import { windowSchema } from "../mailings/sending-window"
import { isLanguageTag } from "./language-tag"

/** An address as a merchant types it; the full rules (IDN, length, CR/LF) stand in core/contacts. */
const address = z
  .string()
  .trim()
  .min(3)
  .max(254)
  .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/u, "must be one e-mail address")
const httpUrl = z
  .string()
  .trim()
  .max(2048)
  .refine((value) => /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value), {
    message: "must be a URL that begins with https:// or http://",
  })
  .transform((value) => value.replace(/\/+$/, ""))

const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, "must be a domain such as gmail.com")

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: value }))
  } catch {
    return false
  }
}

/** Everything a merchant changes, by section; a section is one row of `mailroom.setting`. Secrets are not in here. */
export const settingsSchema = z.object({
  general: z
    .object({
      /** Where the public routes of this store answer, as an inbox reaches them. */
      baseUrl: httpUrl.nullable().default(null),
      storefrontUrl: httpUrl.nullable().default(null),
      /** `{cart_id}` is replaced; the hosted cart page goes on to it. */
      cartUrlPattern: z.string().max(2048).nullable().default(null),
      timeZone: z.string().refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin").default("UTC"),
      locale: z.string().refine(isLanguageTag, "must be a language tag such as en or de-AT").default("en"),
    })
    .prefault({}),
  transport: z
    .object({
      host: z.string().trim().nullable().default(null),
      port: z.coerce.number().int().min(1).max(65535).default(587),
      security: z.enum(["starttls", "tls", "none"]).default("starttls"),
      user: z.string().nullable().default(null),
      connections: z.coerce.number().int().min(1).max(100).default(10),
      dkimDomain: z.string().trim().nullable().default(null),
      dkimSelector: z.string().trim().nullable().default(null),
    })
    .prefault({}),
  tracking: z
    .object({
      opens: z.enum(["consent_only", "aggregate_only", "off", "all"]).default("consent_only"),
      clicks: z.enum(["consent_only", "aggregate_only", "off", "all"]).default("consent_only"),
    })
    .prefault({}),
  throttle: z
    .object({
      perSecond: z.coerce.number().int().min(1).max(100_000).nullable().default(null),
      perHour: z.coerce.number().int().min(1).nullable().default(null),
      perDay: z.coerce.number().int().min(1).nullable().default(null),
      /** Mails per second that a receiving domain gets from this store, all processes together. */
      domains: z
        .array(z.strictObject({ domain: domainName, perSecond: z.coerce.number().min(0.01).max(10_000) }))
        .max(100)
        .refine((all) => new Set(all.map(({ domain }) => domain)).size === all.length, {
          message: "must name each domain once",
        })
        .default([]),
    })
    .prefault({}),
  /** One cap over mailings and automations (F33): a person gets at most so many marketing mails in so many days. */
  frequency: z
    .object({
      most: z.coerce.number().int().min(1).max(50).nullable().default(3),
      days: z.coerce.number().int().min(1).max(31).default(7),
    })
    .prefault({}),
  /** People picked by hand for one serial mail (F7). */
  serial: z.object({ most: z.coerce.number().int().min(1).max(MOST_PICKED_EVER).default(MOST_PICKED) }).prefault({}),
  schedule: z
    .object({
      /** Seconds between "Send now" and the first mail in which it can be taken back; 0 = none. */
      undoSeconds: z.coerce.number().int().min(0).max(3600).default(30),
      /** When marketing mail may leave, by the clock of its reader; null = at any hour, on any day. */
      hours: windowSchema.shape.hours.default(null),
      days: windowSchema.shape.days.default(null),
    })
    .prefault({}),
  owner: z.object({ addresses: z.array(address).max(10).default([]) }).prefault({}),
  /** Of mailings that say nothing else: what their links tell the shop's web statistics. */
  utm: z
    .object({
      isOn: z.boolean().default(false),
      source: z.string().trim().min(1).max(200).default("newsletter"),
      medium: z.string().trim().min(1).max(200).default("email"),
    })
    .prefault({}),
  /** Who gets a copy of each mailing besides the groups of observers; null = the owner's own addresses. */
  copies: z.object({ seeds: z.array(address).max(50).nullable().default(null) }).prefault({}),
  delivery: z
    .object({
      mode: z.enum(["live", "to_me_only"]).default("live"),
      toMeAddress: address.nullable().default(null),
    })
    .prefault({}),
  consent: z
    .object({
      /** Months without a sign of life after which no mass mail goes out; null switches the rule off (F22). */
      inactiveMonths: z.coerce.number().int().min(1).max(120).nullable().default(24),
      /**
       * A purchase alone lets the shop write about similar goods, where the checkout shows an opt-out (ePrivacy 13(2)):
       * whether it does, since which day (orders before it do not count), and in which words.
       */
      softOptInShownAtCheckout: z.boolean().default(false),
      softOptInSince: z
        .string()
        .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)), {
          message: "must be a day such as 2026-03-01",
        })
        .nullable()
        .default(null),
      softOptInWording: z.string().trim().min(1).max(4000).nullable().default(null),
      /** Domain whose mail is read for `unsub+…@`: then List-Unsubscribe offers it beside the link. */
      unsubscribeDomain: z
        .string()
        .trim()
        .toLowerCase()
        .max(120)
        .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, "must be a domain such as bounce.your-shop.com")
        .nullable()
        .default(null),
    })
    .prefault({}),
  retention: z
    .object({
      bodiesDays: z.coerce.number().int().min(1).max(3650).default(365),
      eventsMonths: z.coerce.number().int().min(1).max(120).default(24),
      /** The browser and the network of opens and clicks: serve the recognition of machines, and nothing after that. */
      browsersDays: z.coerce.number().int().min(1).max(3650).default(90),
      /** Uploaded files and what they changed; afterwards an import cannot be taken back any more. */
      importsDays: z.coerce.number().int().min(1).max(3650).default(30),
    })
    .prefault({}),
})

export type Settings = z.infer<typeof settingsSchema>
export type SettingsSection = keyof Settings

/** What a shop has before anybody changed anything. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({})
