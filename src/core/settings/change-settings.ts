import { SECTIONS, type StoredSettings } from "./resolve-settings"
import { settingsSchema, type Settings, type SettingsSection } from "./settings"

export const SECRET_NAMES = ["smtpPassword", "dkimPrivateKey"] as const
export type SecretName = (typeof SECRET_NAMES)[number]

export type ChangedSettings =
  | { ok: true; stored: StoredSettings; secrets: Partial<Record<SecretName, string | null>> }
  | { ok: false; problem: string }

/**
 * Adds a change (`{ general: { baseUrl: "…" }, secrets: { smtpPassword: "…" } }`) to what is stored. Only what is sent
 * changes. The answer holds only the sections that changed; a problem names the field, the value and the way out.
 */
export function changeSettings({
  stored,
  current,
  change,
}: {
  stored: StoredSettings
  current: Settings
  change: Record<string, unknown>
}): ChangedSettings {
  const { secrets: changedSecrets, ...sections } = change
  const changed: StoredSettings = {}
  for (const [section, fields] of Object.entries(sections)) {
    const verdict = sectionProblem(section, fields, current)
    if (verdict) return { ok: false, problem: verdict }
    const name = section as SettingsSection
    const parsed = settingsSchema.shape[name].parse({ ...current[name], ...(fields as object) })
    const sent = Object.keys(fields as object)
    changed[name] = { ...stored[name], ...pick(parsed as Record<string, unknown>, sent) }
  }
  const secrets = readSecrets(changedSecrets)
  if (!secrets.ok) return secrets
  return { ok: true, stored: changed, secrets: { ...orphanedSecrets(current, changed), ...secrets.secrets } }
}

/** The password belongs to its server: who points the host elsewhere must know it, or could have it sent to himself. */
function orphanedSecrets(current: Settings, { transport }: StoredSettings): Partial<Record<SecretName, null>> {
  const before = current.transport.host
  return before !== null && transport && "host" in transport && transport.host !== before ? { smtpPassword: null } : {}
}

function sectionProblem(section: string, fields: unknown, current: Settings): string | null {
  if (!(SECTIONS as string[]).includes(section))
    return `Settings have no section "${section}". Known sections: ${SECTIONS.join(", ")}, secrets.`
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    return `Settings section "${section}" must be an object of fields, not ${JSON.stringify(fields)}.`
  const schema = settingsSchema.shape[section as SettingsSection]
  const known = Object.keys(schema.unwrap().shape)
  const unknown = Object.keys(fields).find((field) => !known.includes(field))
  if (unknown) return `Settings section "${section}" has no field "${unknown}". Known fields: ${known.join(", ")}.`
  const merged: Record<string, unknown> = { ...current[section as SettingsSection], ...fields }
  const parsed = schema.safeParse(merged)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], merged)
    return `${[section, ...path].join(".")} is ${JSON.stringify(value)}, but it ${message}.`
  }
  return togetherProblem(section, parsed.data)
}

/** Rules over two fields of a section. */
function togetherProblem(section: string, data: unknown): string | null {
  if (section === "consent") return softOptInProblem(data as Settings["consent"])
  if (section !== "delivery") return null
  const { mode, toMeAddress } = data as Settings["delivery"]
  return mode === "to_me_only" && !toMeAddress
    ? `delivery.mode "to_me_only" sends everything to one address: give it in delivery.toMeAddress.`
    : null
}

/** Without the day and the words, a soft opt-in could not be proven later. */
function softOptInProblem(consent: Settings["consent"]): string | null {
  if (!consent.softOptInShownAtCheckout) return null
  if (!consent.softOptInSince)
    return "consent.softOptInSince is missing: give the day since which the checkout shows the opt-out, for example 2026-03-01."
  return consent.softOptInWording
    ? null
    : "consent.softOptInWording is missing: give the words beside the opt-out at your checkout, as shoppers read them."
}

function readSecrets(
  given: unknown,
): { ok: true; secrets: Partial<Record<SecretName, string | null>> } | { ok: false; problem: string } {
  if (given === undefined) return { ok: true, secrets: {} }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { ok: false, problem: `secrets must be an object with ${SECRET_NAMES.join(" or ")}.` }
  for (const [name, value] of Object.entries(given)) {
    if (!(SECRET_NAMES as readonly string[]).includes(name))
      return { ok: false, problem: `secrets has no "${name}". Known secrets: ${SECRET_NAMES.join(", ")}.` }
    if (value !== null && (typeof value !== "string" || value.length === 0 || value.length > 16_384))
      return { ok: false, problem: `secrets.${name} must be a text of at most 16384 characters, or null to forget it.` }
    if (name === "dkimPrivateKey" && value !== null && !/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value as string))
      return {
        ok: false,
        problem: `secrets.dkimPrivateKey must be a PEM text that begins with -----BEGIN PRIVATE KEY-----.`,
      }
  }
  return { ok: true, secrets: given }
}

function pick(from: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]))
}
