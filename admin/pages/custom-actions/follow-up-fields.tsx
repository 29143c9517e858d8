import { Input } from "@medusajs/ui"
import { AddressList } from "../../parts/address-list"
import type { CustomActionInput } from "../../parts/api/automations"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

const COLLECT = [0, 15, 60, 240, 1440]
const GROUPS = ["recipient", "product", "tag"] as const
const FILES = ["none", "csv", "pdf"] as const
const ASKED = { remind_after_hours: 24, escalate_after_hours: null, escalate_to: [] }

type Props = { input: CustomActionInput; set: (patch: Partial<CustomActionInput>) => void }

/** What a notice does beyond one plain mail: collecting, a file, an answer. */
export function FollowUpFields({ input, set }: Props) {
  const text = useText()
  const format = useFormat()
  const { collect_minutes: minutes, group_by: groupBy, attach, acknowledge } = input
  return (
    <>
      <Field label={text("actions.collect")} hint={text("actions.collectHint")}>
        {(id) => (
          <Choice
            id={id}
            value={String(minutes)}
            onChange={(value) => set({ collect_minutes: Number(value) })}
            options={[...new Set([...COLLECT, minutes])].map((value) => ({
              value: String(value),
              label:
                value === 0
                  ? text("actions.collectNot")
                  : text("actions.collectFor", { duration: format.duration(value * 60) }),
            }))}
          />
        )}
      </Field>
      <Field label={text("actions.groupBy")}>
        {(id) => (
          <Choice
            id={id}
            value={groupBy}
            onChange={(value) => set({ group_by: value as CustomActionInput["group_by"] })}
            options={GROUPS.map((value) => ({ value, label: text(`actions.groups.${value}`) }))}
          />
        )}
      </Field>
      <Field label={text("actions.attach")}>
        {(id) => (
          <Choice
            id={id}
            value={attach}
            onChange={(value) => set({ attach: value as CustomActionInput["attach"] })}
            options={FILES.map((value) => ({ value, label: text(`actions.files.${value}`) }))}
          />
        )}
      </Field>
      <SwitchField
        label={text("actions.acknowledge")}
        hint={text("actions.acknowledgeHint")}
        isOn={acknowledge !== null}
        onChange={(isOn) => set({ acknowledge: isOn ? ASKED : null })}
      />
      {acknowledge && <AnswerFields asked={acknowledge} set={(acknowledge) => set({ acknowledge })} />}
    </>
  )
}

type Asked = NonNullable<CustomActionInput["acknowledge"]>

function AnswerFields({ asked, set }: { asked: Asked; set: (asked: Asked) => void }) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-4 pl-9">
      <Hours
        label={text("actions.remindAfter")}
        value={asked.remind_after_hours}
        onChange={(remind_after_hours) => set({ ...asked, remind_after_hours })}
      />
      <Hours
        label={text("actions.escalateAfter")}
        value={asked.escalate_after_hours}
        onChange={(escalate_after_hours) => set({ ...asked, escalate_after_hours })}
      />
      {asked.escalate_after_hours !== null && (
        <Field label={text("actions.escalateTo")}>
          {(id) => (
            <AddressList id={id} value={asked.escalate_to} onChange={(escalate_to) => set({ ...asked, escalate_to })} />
          )}
        </Field>
      )}
    </div>
  )
}

/** Empty: not at all. */
function Hours(props: { label: string; value: number | null; onChange: (hours: number | null) => void }) {
  const text = useText()
  return (
    <Field label={props.label} hint={text("actions.hoursHint")}>
      {(id) => (
        <Input
          id={id}
          type="number"
          min={1}
          max={720}
          value={props.value ?? ""}
          onChange={(event) => props.onChange(event.target.value ? Number(event.target.value) : null)}
        />
      )}
    </Field>
  )
}
