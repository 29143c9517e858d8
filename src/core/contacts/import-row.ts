import { DateTime } from "luxon"
import { checkFieldValue, type ContactField, type FieldValue } from "./contact-field"
import { ADDRESS_PROBLEMS, normaliseAddress } from "./normalise-address"
import type { ImportPlan, ImportStatus, ImportTarget } from "./import-plan"
import { statusOf } from "./import-status"
import type { Profile } from "./profile"

/** One row of a file of contacts, read by its plan. Times are those of the consent or of the leaving, null = not said. */
export type ImportedPerson = {
  n: number
  email: string
  emailNorm: string
  domain: string
  status: ImportStatus
  consentedAt: Date | null
  leftAt: Date | null
  ip: string | null
  profile: Profile
  tags: string[]
  fields: Record<string, FieldValue>
  /** Values of own fields that do not fit their type; the person is imported without them. */
  leftOut: number
}

export type ReadRow = { ok: true; person: ImportedPerson } | { ok: false; problem: string }

/** A name longer than this is a column that slipped. */
const LONGEST = 200

export type ImportFile = { columns: string[]; fields: ContactField[]; now: Date }

/** A row as a person, or why it is none: a sentence that names the value. Unusable details are left out, not the person. */
export function readImportRow(
  row: { n: number; cells: string[] },
  plan: ImportPlan,
  { columns, fields, now }: ImportFile,
): ReadRow {
  const cell = cellsByTarget(row.cells, plan)
  const address = normaliseAddress(cell("email"))
  if (!address.ok) return refused(`${shown(cell("email"))} is no e-mail address: ${ADDRESS_PROBLEMS[address.problem]}.`)
  const said = statusOf(cell("status"), columns[plan.columns.indexOf("status")] ?? "")
  if (said === null)
    return refused(
      `${shown(cell("status"))} in the column of states means nothing known. Write subscribed, unsubscribed, bounced, complained or contact.`,
    )
  const consentedAt = timeOf(cell("consented_at"), plan.dates, now)
  const leftAt = timeOf(cell("left_at"), plan.dates, now)
  if (consentedAt === "unreadable" || leftAt === "unreadable")
    return refused(
      `${shown(consentedAt === "unreadable" ? cell("consented_at") : cell("left_at"))} is no date of the past. Write it as 2025-03-31 or choose how dates are written in this file.`,
    )
  const { email, emailNorm, domain } = address
  const status = said === "default" ? plan.status : said
  return {
    ok: true,
    person: {
      n: row.n,
      email,
      emailNorm,
      domain,
      // A day of leaving in the row is a leaving, whatever the file is called; a bounce or a complaint says more.
      status: leftAt && (status === "subscribed" || status === "contact") ? "unsubscribed" : status,
      consentedAt,
      leftAt,
      ip: cell("ip").trim() || null,
      profile: profileOf(cell, plan),
      tags: tagsOf(cell("tags"), plan.tags),
      ...fieldsOf(row.cells, plan, fields),
    },
  }
}

export type CellOf = (target: ImportTarget) => string

export function cellsByTarget(cells: string[], plan: ImportPlan): CellOf {
  return (target) => {
    const at = plan.columns.indexOf(target)
    return at === -1 ? "" : (cells[at] ?? "")
  }
}

function profileOf(cell: CellOf, { dates }: ImportPlan): Profile {
  const [first, ...rest] = cell("full_name").trim().split(/\s+/)
  return {
    first_name: tidy(cell("first_name")) ?? tidy(first ?? ""),
    last_name: tidy(cell("last_name")) ?? tidy(rest.join(" ")),
    locale: localeOf(cell("locale").trim()),
    country: countryOf(cell("country").trim()),
    time_zone: timeZoneOf(cell("time_zone").trim()),
    birthday: birthdayOf(cell("birthday").trim(), dates),
  }
}

/** Names reach the heads of mails: line breaks become spaces. */
export function tidy(text: string): string | null {
  // Most cells are plain, and Unicode costs ten times as much.
  if (/^[ -~]*$/.test(text)) return text.trim().slice(0, LONGEST) || null
  const cleaned = text
    .normalize("NFC")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, LONGEST)
  return cleaned === "" ? null : cleaned
}

function localeOf(text: string): string | null {
  if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0] ?? null
  } catch {
    return null
  }
}

function countryOf(text: string): string | null {
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text === "" ? null : countryNamed(text)
}

function timeZoneOf(text: string): string | null {
  return text.includes("/") && DateTime.local({ zone: text }).isValid ? text : null
}

/** Only a whole date: a birthday without its year cannot be stored. */
function birthdayOf(text: string, dates: ImportPlan["dates"]): string | null {
  const read = text === "" ? null : dateOf(text, dates)
  return read?.isValid && read.year > 1900 && read.year < 2100 ? read.toISODate() : null
}

/** Separated by comma or semicolon, each perhaps in quotes, as Mailchimp writes them. */
function tagsOf(text: string, always: string[]): string[] {
  const own = text.split(/[,;]/).map((tag) => tidy(tag.replaceAll('"', ""))?.slice(0, 60) ?? "")
  return [...new Set([...own.filter((tag) => tag !== ""), ...always])]
}

function fieldsOf(cells: string[], { columns }: ImportPlan, known: ContactField[]) {
  const fields: Record<string, FieldValue> = {}
  let leftOut = 0
  for (const [n, column] of columns.entries()) {
    const field = column?.startsWith("field:") && known.find(({ key }) => `field:${key}` === column)
    if (!field) continue
    const checked = checkFieldValue(field, cells[n] ?? "")
    if (!checked.ok) leftOut += 1
    else if (checked.value !== null) fields[field.key] = checked.value
  }
  return { fields, leftOut }
}

/** Null for an empty cell; what lies in the future was read wrongly. Times without a zone are UTC. */
function timeOf(text: string, dates: ImportPlan["dates"], now: Date): Date | null | "unreadable" {
  const trimmed = text.trim()
  if (trimmed === "" || /^0{4}-0{2}-0{2}/.test(trimmed)) return null
  const read = dateOf(trimmed, dates)
  if (!read?.isValid || read.toMillis() > now.getTime() + DAY || read.year < 1990) return "unreadable"
  return new Date(Math.min(read.toMillis(), now.getTime()))
}

const DAY = 24 * 3600 * 1000
const FORMS = {
  day_first: ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy"],
  month_first: ["M/d/yyyy", "M-d-yyyy", "M.d.yyyy"],
}
const TIMES = ["", " H:mm", " H:mm:ss", " h:mm a", ", H:mm", ", h:mm a"]

function dateOf(text: string, dates: ImportPlan["dates"]): DateTime | null {
  const zone = "utc"
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (day) return DateTime.utc(Number(day[1]), Number(day[2]), Number(day[3]))
  const iso = DateTime.fromISO(
    text
      .replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, "$1T$2")
      .replace(/ ?UTC$/, "Z")
      .replace(/ ([+-]\d{2}:?\d{2})$/, "$1"),
    { zone },
  )
  if (iso.isValid) return iso
  const forms = dates === "iso" ? ["d.M.yyyy"] : FORMS[dates]
  for (const form of forms)
    for (const time of TIMES) {
      const read = DateTime.fromFormat(text, form + time, { zone, locale: "en" })
      if (read.isValid) return read
    }
  return null
}

let countries: Map<string, string> | undefined

/** Names of countries in the languages of the shops; made when the first name is read. */
function countryNamed(name: string): string | null {
  countries ??= new Map(["en", "de", "fr", "es", "it"].flatMap(countryNames))
  return countries.get(name.toLowerCase()) ?? null
}

function countryNames(locale: string): [string, string][] {
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" })
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
  return letters.flatMap((a) =>
    letters.flatMap((b) => {
      const name = names.of(a + b)
      return name ? [[name.toLowerCase(), a + b] as [string, string]] : []
    }),
  )
}

const shown = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

const refused = (problem: string): ReadRow => ({ ok: false, problem })
