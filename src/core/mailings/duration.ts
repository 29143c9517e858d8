import { openHours, type SendingWindow } from "./sending-window"

export type Limits = { perSecond: number | null; perHour: number | null; perDay: number | null }

/** A limit that a usual mail host sets, as it publishes it; accounts may have other ones. */
export type KnownHost = { name: string; perDay: number }

const HOUR = 3_600
const DAY = 24 * HOUR

/** By the end of the server's name, the longer one first. Sources: each host's own help pages; free plans and new accounts have less. */
const HOSTS: [RegExp, KnownHost][] = [
  [/(^|\.)smtp-relay\.gmail\.com$/, { name: "Google Workspace relay", perDay: 10_000 }],
  [/(^|\.)gmail\.com$/, { name: "Gmail", perDay: 500 }],
  [/(^|\.)(office365|outlook)\.com$/, { name: "Microsoft 365", perDay: 10_000 }],
  [/(^|\.)mail\.yahoo\.com$/, { name: "Yahoo", perDay: 500 }],
  [/(^|\.)mail\.me\.com$/, { name: "iCloud", perDay: 1_000 }],
]

/** What is known of this SMTP server; null: nothing, so its owner must know. */
export function knownHost(host: string | null): KnownHost | null {
  const name = host?.trim().toLowerCase().replace(/\.$/, "") ?? ""
  return HOSTS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

/**
 * Seconds that so many mails take by the limits alone, at the least: the first hour and the first day let a whole
 * allowance go at once, so what counts is how often one must wait for the next one. A sending window lets go on its days
 * only, and in its hours.
 */
export function leastSeconds(
  recipients: number,
  { perSecond, perHour, perDay }: Limits,
  window: SendingWindow | null = null,
): number {
  const waits = (limit: number | null, window: number) =>
    limit === null || recipients <= limit ? 0 : (Math.ceil(recipients / limit) - 1) * window
  const even = perSecond === null ? 0 : recipients / perSecond
  const ofTheDay = Math.max(even, waits(perHour, HOUR)) / openHours(window)
  return (Math.max(ofTheDay, waits(perDay, DAY)) * 7) / (window?.days?.length ?? 7)
}

/** Whole days that it is spread over, the first included. */
export function daysNeeded(recipients: number, limits: Limits, window: SendingWindow | null = null): number {
  return Math.max(1, Math.floor(leastSeconds(recipients, limits, window) / DAY) + 1)
}
