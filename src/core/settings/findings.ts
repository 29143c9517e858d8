import { isPublicUrl } from "./base-url"
import { describeMismatch, type LiveShopVerdict, type ShopPrint } from "./live-shop"
import type { Settings } from "./settings"

export type FindingKey =
  | "database_away"
  | "schema_missing"
  | "database_right_missing"
  | "option_wrong"
  | "setting_wrong"
  | "base_url_missing"
  | "base_url_not_public"
  | "smtp_not_configured"
  | "smtp_failed"
  | "sender_missing"
  | "postal_address_missing"
  | "live_shop_mismatch"
  | "to_me_address_missing"
  | "to_me_only"
  | "worker_missing"
  | "domain_given_up"
  | "search_index_missing"

/** One thing that is wrong, and what to do. `blocks`: nothing leaves; `blocks_marketing`: receipts go, bulk does not. */
export type Finding = {
  key: FindingKey
  severity: "blocks" | "blocks_marketing" | "warning"
  sentence: string
  way_out: string
  /** The part of the Settings page that mends it. */
  section: "general" | "transport" | "sender" | "delivery" | null
}

export type TransportState = {
  state: "ok" | "failed" | "not_configured" | "unchecked"
  detail: string | null
  checked_at: string | null
}

/** What the readiness is judged by (F59). */
export type ReadinessFacts = {
  optionProblems: string[]
  settingProblems: string[]
  settings: Settings
  environment: string
  transport: TransportState
  sender: { from_email: string | null; postal_address: string | null } | null
  liveShop: { verdict: LiveShopVerdict; confirmed: ShopPrint | null; current: ShopPrint }
  /** Seconds since the dispatcher last showed a sign of life; null when no process ever ran it. */
  dispatcherAgeSeconds: number | null
  /** Seconds since Mailroom was set up in this process: a fresh one has not beaten yet. */
  uptimeSeconds: number
  /** Domains that flagged themselves (F21), newest first. */
  deadDomains?: string[]
  /** The trigram index of the contact search: missing where the database user may not make its extension. */
  hasSearchIndex: boolean
}

/** Everything that is wrong, the worst first. */
export function findingsOf(facts: ReadinessFacts): Finding[] {
  const found = [
    ...optionFindings(facts),
    ...liveShopFindings(facts),
    ...addressFindings(facts),
    ...transportFindings(facts),
    ...senderFindings(facts),
    ...deliveryFindings(facts),
    ...workerFindings(facts),
    ...deadDomainFindings(facts),
    ...searchFindings(facts),
  ]
  return found.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}

const ORDER: Finding["severity"][] = ["blocks", "blocks_marketing", "warning"]

function optionFindings({ optionProblems, settingProblems }: ReadinessFacts): Finding[] {
  return [
    ...optionProblems.map((sentence) => ({
      key: "option_wrong" as const,
      severity: "blocks" as const,
      sentence,
      way_out: "Correct the option in medusa-config.ts and start the store again.",
      section: null,
    })),
    ...settingProblems.map((sentence) => ({
      key: "setting_wrong" as const,
      severity: "warning" as const,
      sentence: `${sentence} The default is used instead.`,
      way_out: "Save the field again in Mailroom → Settings.",
      section: null,
    })),
  ]
}

function liveShopFindings({ liveShop: { verdict, confirmed, current } }: ReadinessFacts): Finding[] {
  if (verdict.kind !== "mismatch" || !confirmed) return []
  return [
    {
      key: "live_shop_mismatch",
      severity: "blocks",
      sentence: `This database belongs to a shop that was last seen elsewhere: ${describeMismatch(confirmed, current, verdict.differs)}. Everything is held, so that a copy mails nobody.`,
      way_out: 'If this is the live shop, say so by "This is the live shop". If it is a copy, leave it as it is.',
      section: null,
    },
  ]
}

function addressFindings({ settings, environment }: ReadinessFacts): Finding[] {
  const { baseUrl } = settings.general
  if (!baseUrl)
    return [
      {
        key: "base_url_missing",
        severity: "blocks",
        sentence: "The public address of this store is not known: links, pictures and unsubscribing could not work.",
        way_out: "Give the public address of the Medusa server (for example https://api.your-shop.com) as base URL.",
        section: "general",
      },
    ]
  if (isPublicUrl(baseUrl)) return []
  const isProduction = environment === "production"
  return [
    {
      key: "base_url_not_public",
      severity: isProduction ? "blocks" : "warning",
      sentence: `No inbox outside this house can reach ${baseUrl}.`,
      way_out: isProduction
        ? "Give the address under which the internet reaches the Medusa server as base URL."
        : `Fine while you try things out (environment "${environment}"); a live shop needs a public base URL.`,
      section: "general",
    },
  ]
}

function transportFindings({ transport }: ReadinessFacts): Finding[] {
  if (transport.state === "not_configured")
    return [
      {
        key: "smtp_not_configured",
        severity: "blocks",
        sentence: "No SMTP server is configured, so nothing can be sent.",
        way_out: "Give host, port and login of your mail provider, or the plugin option smtpUrl.",
        section: "transport",
      },
    ]
  if (transport.state !== "failed") return []
  return [
    {
      key: "smtp_failed",
      severity: "blocks",
      sentence: `The SMTP server does not take mail: ${transport.detail ?? "no answer"}`,
      way_out: "Check host, port, security and login. Mailroom asks again by itself; waiting mail is kept.",
      section: "transport",
    },
  ]
}

function senderFindings({ sender }: ReadinessFacts): Finding[] {
  if (!sender?.from_email)
    return [
      {
        key: "sender_missing",
        severity: "blocks",
        sentence: "The sender has no from-address.",
        way_out:
          "Give the address that your mails come from; it must belong to a domain that your mail provider may use.",
        section: "sender",
      },
    ]
  if (sender.postal_address?.trim()) return []
  return [
    {
      key: "postal_address_missing",
      severity: "blocks_marketing",
      sentence: "The sender has no postal address, which marketing mail must show by law in many countries.",
      way_out: "Give the postal address of your business. Receipts go out without it.",
      section: "sender",
    },
  ]
}

function deliveryFindings({ settings: { delivery } }: ReadinessFacts): Finding[] {
  if (delivery.mode !== "to_me_only") return []
  if (!delivery.toMeAddress)
    return [
      {
        key: "to_me_address_missing",
        severity: "blocks",
        sentence: 'Mode "to me only" is on, but there is no address to send to.',
        way_out: "Give your address, or switch the mode to live.",
        section: "delivery",
      },
    ]
  return [
    {
      key: "to_me_only",
      severity: "warning",
      sentence: `Mode "to me only" is on: every mail goes to ${delivery.toMeAddress} instead of its recipient.`,
      way_out: "Switch the mode to live when you are done.",
      section: "delivery",
    },
  ]
}

function searchFindings({ hasSearchIndex }: ReadinessFacts): Finding[] {
  if (hasSearchIndex) return []
  return [
    {
      key: "search_index_missing",
      severity: "warning",
      sentence:
        "The search for contacts works without its index and is slow in a large shop: the PostgreSQL extension pg_trgm is missing.",
      way_out:
        'Let a database administrator run "CREATE EXTENSION pg_trgm" in the store\'s database, then start the store again.',
      section: null,
    },
  ]
}

const WORKER_LATE_SECONDS = 60

function workerFindings({ dispatcherAgeSeconds, uptimeSeconds }: ReadinessFacts): Finding[] {
  const age = dispatcherAgeSeconds ?? uptimeSeconds
  if (age <= WORKER_LATE_SECONDS || uptimeSeconds <= WORKER_LATE_SECONDS) return []
  return [
    {
      key: "worker_missing",
      severity: "warning",
      sentence: "No process sends: the last sign of life of the dispatcher is more than a minute old.",
      way_out: "Start a Medusa process with worker mode shared or worker.",
      section: null,
    },
  ]
}

const NAMED_DOMAINS = 5

function deadDomainFindings({ deadDomains = [] }: ReadinessFacts): Finding[] {
  if (deadDomains.length === 0) return []
  const named = deadDomains.slice(0, NAMED_DOMAINS).join(", ")
  const others = deadDomains.length - NAMED_DOMAINS
  return [
    {
      key: "domain_given_up",
      severity: "warning",
      sentence: `Nothing is sent to ${named}${others > 0 ? ` and ${others} more domains` : ""}: addresses there came back as unknown host.`,
      way_out: "It ends by itself after 30 days or with a delivery. Audience → Suppression shows and lifts it.",
      section: null,
    },
  ]
}
