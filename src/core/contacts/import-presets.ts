import type { ImportKind, ImportStatus, ImportTarget } from "./import-plan"

type Preset = {
  key: string
  name: string
  /** Headers that only this service writes; two of them are enough to know it. */
  signature: string[]
  columns: Record<string, ImportTarget>
}

/**
 * What the exports of the big services call their columns; docs/import.md says which names were compared with what.
 * Compared without regard to case, spaces, dashes and underscores.
 */
export const IMPORT_PRESETS: Preset[] = [
  {
    key: "mailchimp",
    name: "Mailchimp",
    signature: ["MEMBER_RATING", "OPTIN_TIME", "CONFIRM_TIME", "LEID", "EUID", "LAST_CHANGED"],
    columns: {
      "Email Address": "email",
      CONFIRM_TIME: "consented_at",
      CONFIRM_IP: "ip",
      CC: "country",
      TIMEZONE: "time_zone",
      UNSUB_TIME: "left_at",
      CLEAN_TIME: "left_at",
    },
  },
  {
    key: "klaviyo",
    name: "Klaviyo",
    signature: ["Email Marketing Consent", "Email Marketing Consent Timestamp", "Klaviyo ID", "Email Suppressions"],
    columns: {
      "Email Marketing Consent": "status",
      "Email Marketing Consent Timestamp": "consented_at",
      "Email Suppressions": "reason",
      "IP Address": "ip",
    },
  },
  {
    key: "brevo",
    name: "Brevo",
    signature: ["CONTACT ID", "EMAIL_BLACKLISTED", "ADDED_TIME", "MODIFIED_TIME", "DOUBLE_OPT-IN", "EMAIL_BLOCKLISTED"],
    columns: {
      EMAIL_BLACKLISTED: "status",
      EMAIL_BLOCKLISTED: "status",
      "Email marketing": "status",
      ADDED_TIME: "consented_at",
    },
  },
  {
    key: "sendinblue",
    name: "Sendinblue",
    signature: ["EMAIL_BLACKLISTED", "SMS_BLACKLISTED", "OPT_IN", "BLACKLISTED"],
    columns: { EMAIL_BLACKLISTED: "status", BLACKLISTED: "status", ADDED_TIME: "consented_at" },
  },
  {
    key: "mailerlite",
    name: "MailerLite",
    signature: ["Subscriber", "Opted in", "Opt-in date", "Signup IP", "Signup timestamp", "Confirmation timestamp"],
    columns: {
      Subscriber: "email",
      Status: "status",
      "Opted in": "consented_at",
      "Opt-in date": "consented_at",
      "Confirmation timestamp": "consented_at",
      "Confirmation IP": "ip",
      "Unsubscribe date": "left_at",
      "Unsubscribed at": "left_at",
    },
  },
  {
    key: "constant_contact",
    name: "Constant Contact",
    signature: ["Email status", "Email permission status", "Email update source", "Confirmed Opt-Out Date"],
    columns: {
      "Email address": "email",
      "Email status": "status",
      "Confirmed Opt-In Date": "consented_at",
      "Confirmed Opt-Out Date": "left_at",
      "Confirmed Opt-Out Reason": "reason",
      "Country - Home": "country",
    },
  },
  {
    key: "shopify",
    name: "Shopify",
    signature: ["Accepts Email Marketing", "Accepts SMS Marketing", "Default Address Country Code", "Total Spent"],
    columns: {
      "Accepts Email Marketing": "status",
      "Accepts Marketing": "status",
      "Default Address Country Code": "country",
      "Country Code": "country",
    },
  },
]

/** Words for a column in the languages of the shops, where no service is recognised. */
const COMMON: Record<string, ImportTarget> = Object.fromEntries(
  (
    [
      [
        "email",
        "email",
        "email address",
        "e-mail-adresse",
        "adresse email",
        "adresse e-mail",
        "correo electrónico",
        "indirizzo email",
        "mail",
      ],
      ["first_name", "first name", "firstname", "fname", "given name", "vorname", "prénom", "prenom", "nombre", "nome"],
      [
        "last_name",
        "last name",
        "lastname",
        "lname",
        "surname",
        "family name",
        "nachname",
        "nom",
        "apellidos",
        "apellido",
        "cognome",
      ],
      ["full_name", "name", "full name", "nom complet"],
      ["country", "country", "country code", "land", "pays", "país", "paese"],
      ["locale", "locale", "language", "sprache", "langue", "idioma", "lingua"],
      ["time_zone", "timezone", "zeitzone"],
      ["birthday", "birthday", "birthdate", "date of birth", "geburtstag", "geburtsdatum", "date de naissance"],
      ["tags", "tags", "tag", "labels", "schlagwörter"],
      ["status", "status", "state", "subscription status", "subscribed", "opt-in", "optin", "newsletter"],
      [
        "consented_at",
        "optin_time",
        "opt-in time",
        "opt in date",
        "subscribed at",
        "consent date",
        "signup date",
        "anmeldedatum",
      ],
      ["left_at", "unsubscribed at", "unsubscribe date", "unsub_time", "abmeldedatum"],
      ["ip", "optin_ip", "signup ip", "ip address"],
      ["reason", "reason", "suppression reason", "bounce reason", "grund"],
      ["domain", "domain"],
    ] as [ImportTarget, ...string[]][]
  ).flatMap(([target, ...words]) => words.map((word) => [plain(word), target])),
)

export type Suggestion = { preset: string | null; columns: (ImportTarget | null)[]; status: ImportStatus }

/** Which service wrote the file, what its columns are, and what its people are (F16). Only a beginning: all of it can be changed. */
export function suggestImport(file: { kind: ImportKind; fileName: string; columns: string[] }): Suggestion {
  const plainColumns = file.columns.map(plain)
  const preset = presetOf(plainColumns)
  const known = new Map(Object.entries(preset?.columns ?? {}).map(([name, target]) => [plain(name), target]))
  const taken = new Set<ImportTarget>()
  // The service's own words first: they win where a common word means the same.
  const own = plainColumns.map((column) => claim(taken, known.get(column)))
  const columns = plainColumns.map((column, n) => own[n] ?? claim(taken, fits(file.kind, COMMON[column])))
  if (file.kind === "contacts" && !taken.has("email")) claimFirst(columns, plainColumns)
  return { preset: preset?.key ?? null, columns, status: statusOfFile(file.fileName, plainColumns) }
}

/** One file per state is what Mailchimp and others export; the name and the columns of leaving tell which one it is. */
function statusOfFile(fileName: string, columns: string[]): ImportStatus {
  const name = fileName.toLowerCase()
  if (/non-?_?subscribed|transactional/.test(name)) return "contact"
  if (columns.includes("cleantime") || /cleaned|bounced|bounces|hard_?-?bounce/.test(name)) return "bounced"
  if (/complain|spam|junk/.test(name)) return "complained"
  if (columns.includes("unsubtime") || /unsub|opt-?_?out|abgemeldet|d[eé]sabonn/.test(name)) return "unsubscribed"
  return /subscribed|subscribers|abonnent|optin|opt-in/.test(name) || columns.includes("confirmtime")
    ? "subscribed"
    : "contact"
}

function presetOf(columns: string[]): Preset | null {
  const scored = IMPORT_PRESETS.map((preset) => ({
    preset,
    score: preset.signature.filter((name) => columns.includes(plain(name))).length,
  }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score >= 2 ? best.preset : null
}

function claim(taken: Set<ImportTarget>, target: ImportTarget | undefined): ImportTarget | null {
  if (!target || taken.has(target)) return null
  taken.add(target)
  return target
}

const fits = (kind: ImportKind, target: ImportTarget | undefined) =>
  target === "domain" && kind === "contacts" ? undefined : target

/** A plain list of addresses has no words to go by: its first column is the address. */
function claimFirst(columns: (ImportTarget | null)[], names: string[]): void {
  const at = names.findIndex((name, n) => columns[n] === null && (name.includes("mail") || name === "column1"))
  if (at !== -1) columns[at] = "email"
}

export function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_\-.:]+/g, "")
}
