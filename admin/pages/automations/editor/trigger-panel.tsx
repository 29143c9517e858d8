import { Heading, Text } from "@medusajs/ui"
import { formFields } from "../../../../src/core/automations/editing/form-fields"
import { TRIGGER } from "../../../../src/core/automations/editing/flow"
import type { Reentry, Trigger } from "../../../parts/api/flows"
import { useText } from "../../../parts/use-text"
import { NumberInput, OneOf } from "../../segments/form-parts"
import { useFlowEditor } from "./editor-context"
import { problemWords } from "./problem-words"
import { SettingsForm } from "./fields/settings-form"
import { FilterList } from "./filter-list"
import { GroupIcon } from "./group-icon"
import { TriggerChoice } from "./trigger-choice"

/** What sets it off, for whom, and how often for the same person. */
export function TriggerPanel() {
  const text = useText()
  const { draft, catalogue, words, canEdit, change, problems } = useFlowEditor()
  const { trigger } = draft
  const info = catalogue.triggers.find(({ kind }) => kind === trigger?.kind)
  const mine = problems.filter(({ node }) => node === null || node === TRIGGER)
  const set = (made: (before: Trigger) => Trigger, group: string | null = null) =>
    change((before) => (before.trigger ? { ...before, trigger: made(before.trigger) } : before), group)
  return (
    <div className="flex flex-col divide-y">
      <div className="flex items-center gap-x-3 px-5 py-4">
        <GroupIcon group="trigger" />
        <Heading level="h2">{text("automations.trigger")}</Heading>
      </div>
      {mine.length > 0 && (
        <ul role="alert" className="bg-ui-bg-subtle flex flex-col gap-y-1 px-5 py-3">
          {mine.map((problem) => (
            <li key={problem.sentence}>
              <Text size="small" className="text-ui-fg-error">
                {problemWords(problem)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-y-5 px-5 py-4">
        <TriggerChoice />
        {trigger && info && (
          <SettingsForm
            key={trigger.kind}
            id={`trigger.${trigger.kind}`}
            fields={formFields(info.schema, info.kind)}
            value={trigger.settings}
            disabled={!canEdit}
            onChange={(settings, group) => set((before) => ({ ...before, settings }), group)}
          />
        )}
      </div>
      {trigger && (
        <FilterList
          filters={trigger.filters}
          catalogue={catalogue}
          words={words}
          canEdit={canEdit}
          onChange={(filters, group) => set((before) => ({ ...before, filters: filters(before.filters) }), group)}
        />
      )}
      {trigger && (
        <ReentryFields reentry={trigger.reentry} onChange={(reentry) => set((before) => ({ ...before, reentry }))} />
      )}
    </div>
  )
}

const REENTRY = ["per_occurrence", "once", "every_days", "not_inside"] as const

function ReentryFields({ reentry, onChange }: { reentry: Reentry; onChange: (reentry: Reentry) => void }) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3 px-5 py-4">
      <OneOf
        label={text("automations.reentry")}
        value={reentry.rule}
        values={REENTRY}
        textOf={(rule) => text(`automations.reentryRule.${rule}`)}
        onChange={(rule) => onChange(rule === "every_days" ? { rule, days: 30 } : { rule })}
      />
      {reentry.rule === "every_days" && (
        <NumberInput
          label={text("automations.reentryDays")}
          min={1}
          value={reentry.days}
          onChange={(days) => onChange({ rule: "every_days", days })}
        />
      )}
    </div>
  )
}
