import { z } from "zod"

const word = z.string().trim().max(200).default("")

/** What a mailing says of itself to the shop's web statistics; an empty one of the four is taken from the settings. */
export const utmSchema = z.strictObject({
  is_on: z.boolean(),
  source: word,
  medium: word,
  campaign: word,
  content: word,
})
export type Utm = z.infer<typeof utmSchema>

/** Of the settings: for mailings that say nothing else. */
export type UtmDefaults = { isOn: boolean; source: string; medium: string }

/** In the order in which they are written; what is empty is left out. */
export type UtmParameters = [name: string, value: string][]

/**
 * The parameters of one mailing; null when its links stay as they are. The campaign is its name or its subject, without
 * Liquid: it is the same for everybody.
 */
export function utmOf(mailing: { utm: Utm | null; name: string | null; subject: string }, defaults: UtmDefaults) {
  const { utm } = mailing
  if (!(utm?.is_on ?? defaults.isOn)) return null
  const parameters: UtmParameters = [
    ["utm_source", utm?.source || defaults.source],
    ["utm_medium", utm?.medium || defaults.medium],
    ["utm_campaign", utm?.campaign || campaignOf(mailing)],
    ["utm_content", utm?.content ?? ""],
  ]
  return parameters.filter(([, value]) => value !== "")
}

/** "Spring Sale – 20 % off" → "spring-sale-20-off". */
export function campaignOf({ name, subject }: { name: string | null; subject: string }): string {
  return (name?.trim() || subject)
    .replace(/\{\{[^]*?\}\}|\{%[^]*?%\}/g, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100)
}

/** A web address with the parameters; what it says of itself already stays, and so does its fragment. */
export function withUtm(url: string, parameters: UtmParameters): string {
  if (!/^https?:\/\//i.test(url)) return url
  const [, address = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(url) ?? []
  const query = address.slice(address.indexOf("?") + 1)
  const known = address.includes("?") ? query.split("&").map((one) => one.split("=")[0]!.toLowerCase()) : []
  const added = parameters
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&")
  if (!added) return url
  const joint = !address.includes("?") ? "?" : /[?&]$/.test(address) ? "" : "&"
  return `${address}${joint}${added}${fragment}`
}
