import { settingsSchema, type Settings, type SettingsSection } from "./settings"

export const SECTIONS = Object.keys(settingsSchema.shape) as SettingsSection[]

/** What was ever changed, by section: only the changed fields, so that the defaults of the others stay alive. */
export type StoredSettings = Partial<Record<SettingsSection, Record<string, unknown>>>

export type ResolvedSettings = {
  settings: Settings
  /** What holds where nothing was changed: plugin options over built-in defaults. */
  defaults: Settings
  /** Sentences about fields that were ignored because their value is wrong. */
  problems: { source: "option" | "setting"; sentence: string }[]
}

/**
 * Built-in defaults < plugin options < what the admin changed; with `isLocked` the last is ignored.
 * Never throws: a wrong field is left out and named, the rest holds.
 */
export function resolveSettings({
  fromOptions,
  stored,
  isLocked,
}: {
  fromOptions: Record<string, unknown>
  stored: StoredSettings
  isLocked: boolean
}): ResolvedSettings {
  const problems: ResolvedSettings["problems"] = Object.keys(fromOptions)
    .filter((section) => !(SECTIONS as string[]).includes(section) && section !== "sender")
    .map((section) => ({
      source: "option",
      sentence: `Plugin option "settings.${section}" is not known. Known: ${SECTIONS.join(", ")}, sender.`,
    }))
  const layers = SECTIONS.map((section) => {
    const option = acceptedFields(section, fromOptions[section], (sentence) =>
      problems.push({ source: "option", sentence: `Plugin option "settings.${sentence}` }),
    )
    const changed = isLocked
      ? {}
      : acceptedFields(section, stored[section], (sentence) =>
          problems.push({ source: "setting", sentence: `Setting "${sentence}` }),
        )
    return { section, option, changed }
  })
  const build = (fields: (layer: (typeof layers)[number]) => Record<string, unknown>) =>
    settingsSchema.parse(Object.fromEntries(layers.map((layer) => [layer.section, fields(layer)])))
  return {
    defaults: build(({ option }) => option),
    settings: build(({ option, changed }) => ({ ...option, ...changed })),
    problems,
  }
}

/** The fields of a section that its schema takes, each judged by itself. */
function acceptedFields(
  section: SettingsSection,
  given: unknown,
  report: (sentence: string) => void,
): Record<string, unknown> {
  if (given === undefined || given === null) return {}
  if (typeof given !== "object" || Array.isArray(given)) {
    report(`${section}" must be an object of fields, not ${JSON.stringify(given)}.`)
    return {}
  }
  const shape = settingsSchema.shape[section].unwrap().shape as Record<string, FieldSchema>
  const accepted: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(given)) {
    const schema = shape[field]
    if (!schema) {
      report(`${section}.${field}" is not known. Known fields: ${Object.keys(shape).join(", ")}.`)
      continue
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) accepted[field] = value
    else report(`${section}.${field}" is ${JSON.stringify(value)}, but it ${parsed.error!.issues[0]!.message}.`)
  }
  return accepted
}

type FieldSchema = { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } } }
