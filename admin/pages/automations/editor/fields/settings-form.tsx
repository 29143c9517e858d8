import { Text } from "@medusajs/ui"
import type { FormField } from "../../../../../src/core/automations/editing/form-fields"
import { useText } from "../../../../parts/use-text"
import { FieldInput } from "./field-input"

export type Settings = Record<string, unknown>
/** `group` names what is typed in, so that its keystrokes are one step of the undo. */
export type SettingsChange = (settings: Settings, group: string | null) => void

type Props = { id: string; fields: FormField[]; value: unknown; disabled: boolean; onChange: SettingsChange }

/** A form made from the schema of the settings: what the server checks is what can be filled in. */
export function SettingsForm({ id, fields, value, disabled, onChange }: Props) {
  const text = useText()
  const settings = typeof value === "object" && value !== null ? (value as Settings) : {}
  if (fields.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("automations.noSettings")}
      </Text>
    )
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-y-5">
      <Fields id={id} fields={fields} settings={settings} onChange={onChange} />
    </fieldset>
  )
}

type FieldsProps = { id: string; fields: FormField[]; settings: Settings; onChange: SettingsChange }

export function Fields({ id, fields, settings, onChange }: FieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <FieldInput
          key={field.key}
          id={`${id}.${field.key}`}
          field={field}
          // The variants of settings as a whole have no key of their own.
          value={field.key === "" ? settings : settings[field.key]}
          siblings={settings}
          onChange={(value, group) =>
            onChange(field.key === "" ? (value as Settings) : withValue(settings, field.key, value), group)
          }
        />
      ))}
    </>
  )
}

function withValue(settings: Settings, key: string, value: unknown): Settings {
  if (value !== undefined) return { ...settings, [key]: value }
  const { [key]: _, ...rest } = settings
  return rest
}
