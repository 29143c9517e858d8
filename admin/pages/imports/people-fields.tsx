import { Checkbox, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { IMPORT_STATUSES } from "../../../src/core/contacts/import-plan"
import type { ImportPlan, ImportStatus } from "../../parts/api/imports"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"
import type { Plan } from "./plan-form"

const DATES = ["iso", "day_first", "month_first"] as const

/** Who the people of the file are, and what they get. */
export function PeopleFields({ plan, set }: { plan: Plan; set: (patch: Partial<Plan>) => void }) {
  const text = useText()
  const topics = useTopics()
  return (
    <Section title={text("imports.peopleTitle")} hint={text("imports.peopleHint")}>
      <div className="grid grid-cols-1 gap-5 px-6 py-4 md:grid-cols-2">
        <Field
          label={text("imports.status")}
          hint={plan.columns.includes("status") ? text("imports.statusColumnHint") : text("imports.statusHint")}
        >
          {(id) => (
            <Choice
              id={id}
              value={plan.status}
              options={IMPORT_STATUSES.map((value) => ({ value, label: text(`imports.statuses.${value}`) }))}
              onChange={(value) => set({ status: value as ImportStatus })}
            />
          )}
        </Field>
        <Field label={text("imports.dates")} hint={text("imports.datesHint")}>
          {(id) => (
            <Choice
              id={id}
              value={plan.dates}
              options={DATES.map((value) => ({ value, label: text(`imports.dateForms.${value}`) }))}
              onChange={(value) => set({ dates: value as ImportPlan["dates"] })}
            />
          )}
        </Field>
        <TagsField plan={plan} set={set} />
        <SwitchField
          label={text("imports.overwrites")}
          hint={text("imports.overwritesHint")}
          isOn={plan.overwrites}
          onChange={(overwrites) => set({ overwrites })}
        />
        <fieldset className="flex flex-col gap-y-2 md:col-span-2">
          <legend className="txt-compact-small-plus pb-2">{text("imports.topics")}</legend>
          {topics.map((topic) => (
            <TopicBox
              key={topic.id}
              name={topic.name}
              isOn={plan.topicIds.includes(topic.id)}
              onChange={(isOn) =>
                set({ topicIds: isOn ? [...plan.topicIds, topic.id] : plan.topicIds.filter((id) => id !== topic.id) })
              }
            />
          ))}
        </fieldset>
      </div>
    </Section>
  )
}

function TopicBox({ name, isOn, onChange }: { name: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox id={id} checked={isOn} onCheckedChange={(checked) => onChange(checked === true)} />
      <Label htmlFor={id} size="small">
        {name}
      </Label>
    </div>
  )
}

/** As it is typed; the list is what stands between the commas. */
function TagsField({ plan, set }: { plan: Plan; set: (patch: Partial<Plan>) => void }) {
  const text = useText()
  const [typed, setTyped] = useState(plan.tags.join(", "))
  return (
    <Field label={text("imports.tags")} optional={text("common.optional")} hint={text("imports.tagsHint")}>
      {(id) => (
        <Input
          id={id}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            const tags = event.target.value.split(",").map((tag) => tag.trim())
            set({ tags: tags.filter((tag) => tag !== "") })
          }}
        />
      )}
    </Field>
  )
}
