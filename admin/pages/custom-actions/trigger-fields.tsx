import { formFields } from "../../../src/core/automations/editing/form-fields"
import type { Catalogue, Trigger } from "../../parts/api/flows"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { FieldsProvider } from "../automations/editor/fields/fields-context"
import { SettingsForm } from "../automations/editor/fields/settings-form"
import { FilterList } from "../automations/editor/filter-list"
import { triggerOptions } from "../automations/editor/trigger-groups"
import { useStepWords } from "../automations/editor/use-step-words"

type Props = { trigger: Trigger; catalogue: Catalogue; onChange: (trigger: Trigger) => void }

/** What happens, and for whom: every trigger of automations with its settings and filters. */
export function TriggerFields({ trigger, catalogue, onChange }: Props) {
  const text = useText()
  const words = useStepWords(catalogue)
  const info = catalogue.triggers.find(({ kind }) => kind === trigger.kind)
  const choose = (kind: string) => {
    const defaults = catalogue.triggers.find((other) => other.kind === kind)?.defaults ?? {}
    onChange({
      kind,
      settings: structuredClone(defaults),
      filters: trigger.filters,
      reentry: { rule: "per_occurrence" },
    })
  }
  return (
    <FieldsProvider value={{ words, canEdit: true, sends: [] }}>
      <Field label={text("automations.trigger")}>
        {(id) => <Choice id={id} value={trigger.kind} options={triggerOptions(catalogue, words)} onChange={choose} />}
      </Field>
      {info && Object.keys(info.defaults).length > 0 && (
        <SettingsForm
          key={info.kind}
          id={`action.${info.kind}`}
          fields={formFields(info.schema, info.kind)}
          value={trigger.settings}
          disabled={false}
          onChange={(settings) => onChange({ ...trigger, settings })}
        />
      )}
      <div className="-mx-5">
        <FilterList
          filters={trigger.filters}
          catalogue={catalogue}
          words={words}
          canEdit
          onChange={(change) => onChange({ ...trigger, filters: change(trigger.filters) })}
        />
      </div>
    </FieldsProvider>
  )
}
