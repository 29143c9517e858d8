import type { Autoresponder } from "../../../src/core/automations/autoresponder"
import { formFields } from "../../../src/core/automations/editing/form-fields"
import { startsWithoutPerson } from "../../../src/core/automations/triggers/without-person"
import type { Catalogue } from "../../parts/api/flows"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { NumberInput, OneOf } from "../segments/form-parts"
import { FieldInput } from "./editor/fields/field-input"
import { FieldsProvider } from "./editor/fields/fields-context"
import { SettingsForm } from "./editor/fields/settings-form"
import { triggerOptions } from "./editor/trigger-groups"
import { useStepWords } from "./editor/use-step-words"

type Props = { one: Autoresponder; catalogue: Catalogue; onChange: (one: Autoresponder) => void }

const UNITS = ["minutes", "hours", "days"] as const

/** When · who · which mail. */
export function AutoresponderFields({ one, catalogue, onChange }: Props) {
  const text = useText()
  const words = useStepWords(catalogue)
  const info = catalogue.triggers.find(({ kind }) => kind === one.trigger?.kind)
  const pick = (key: "segmentId" | "template" | "topicId", what: "segment" | "template" | "topic") =>
    ({ key, kind: "pick", what, isMany: false, isOptional: key !== "template" }) as const
  const isDate = startsWithoutPerson(one.trigger?.kind)
  const common = { siblings: {}, id: "autoresponder" }
  return (
    <FieldsProvider value={{ words, canEdit: true, sends: [] }}>
      <Field label={text("autoresponders.when")}>
        {(id) => (
          <Choice
            id={id}
            size="small"
            value={one.trigger?.kind ?? ""}
            placeholder={text("automations.triggerNone")}
            options={triggerOptions(catalogue, words)}
            onChange={(kind) => {
              const defaults = catalogue.triggers.find((other) => other.kind === kind)?.defaults ?? {}
              onChange({ ...one, trigger: { kind, settings: structuredClone(defaults) } })
            }}
          />
        )}
      </Field>
      {info && one.trigger && Object.keys(info.defaults).length > 0 && (
        <SettingsForm
          key={info.kind}
          id={info.kind}
          fields={formFields(info.schema, info.kind)}
          value={one.trigger.settings}
          disabled={false}
          onChange={(settings) => onChange({ ...one, trigger: { kind: info.kind, settings } })}
        />
      )}
      <OneOf
        label={text("autoresponders.delay")}
        value={one.delay?.unit ?? "at_once"}
        values={["at_once", ...UNITS] as const}
        textOf={(unit) => (unit === "at_once" ? text("autoresponders.atOnce") : text(`steps.value.${unit}`))}
        onChange={(unit) =>
          onChange({ ...one, delay: unit === "at_once" ? null : { amount: one.delay?.amount ?? 1, unit } })
        }
      />
      {one.delay && (
        <NumberInput
          label={text("steps.field.amount")}
          min={1}
          value={one.delay.amount}
          onChange={(amount) => onChange({ ...one, delay: { ...one.delay!, amount } })}
        />
      )}
      <FieldInput
        {...common}
        field={{
          ...pick("segmentId", "segment"),
          isOptional: !isDate,
          none: text("autoresponders.everybody"),
          title: text("autoresponders.who"),
          hint: isDate ? text("autoresponders.whoOfDateHint") : text("autoresponders.whoHint"),
        }}
        value={one.segmentId}
        onChange={(segmentId) => onChange({ ...one, segmentId: segmentId as string | null })}
      />
      <FieldInput
        {...common}
        field={{ ...pick("template", "template"), title: text("autoresponders.mail") }}
        value={one.mail.template}
        onChange={(template) => onChange({ ...one, mail: { ...one.mail, template: template as string } })}
      />
      <OneOf
        label={text("autoresponders.mailKind")}
        value={one.mail.class}
        values={["marketing", "tx"] as const}
        textOf={(kind) => text(`steps.value.${kind}`)}
        onChange={(kind) => onChange({ ...one, mail: { ...one.mail, class: kind } })}
      />
      {one.mail.class === "marketing" && (
        <FieldInput
          {...common}
          field={pick("topicId", "topic")}
          value={one.mail.topicId}
          onChange={(topicId) => onChange({ ...one, mail: { ...one.mail, topicId: topicId as string | null } })}
        />
      )}
    </FieldsProvider>
  )
}
