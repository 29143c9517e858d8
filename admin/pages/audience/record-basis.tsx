import { Checkbox, Input, Label, Text, Textarea, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import {
  RECORDABLE_BASES,
  type Audience,
  type BasisInput,
  type RecordableBasis,
  type BasisPeople,
  type BasisPreview,
} from "../../parts/api/consent"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"
import { BasisRefusals, BasisWarnings } from "./basis-outcome"

const PEOPLE: BasisPeople[] = ["buyers", "others", "all"]
const today = () => new Date().toISOString().slice(0, 10)

/** A reason, a day and the words, for a group; what it would do is counted before it is done. */
export function RecordBasis({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const text = useText()
  const prompt = usePrompt()
  const [input, setInput] = useState<BasisInput>({
    people: "buyers",
    countries: null,
    basis: "soft_opt_in",
    agreed_on: today(),
    topic_ids: [],
    reason: "",
    wording: "",
  })
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<BasisInput>) => setInput((before) => ({ ...before, ...change }))
  const preview = usePreview(input)
  const record = useChange<BasisInput>("/bases", {
    done: text("who.started"),
    onDone: onClose,
    onRefused: setProblem,
  })
  const count = preview?.recorded ?? 0
  const isComplete =
    count > 0 && input.topic_ids.length > 0 && input.reason.trim().length >= 10 && input.wording.trim().length >= 3

  async function confirm() {
    const isSure = await prompt({
      title: text("who.confirmTitle", { count }),
      description: text("who.confirmDescription"),
      confirmText: text("who.confirm"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (isSure) record.mutate(input)
  }

  return (
    <FormDrawer
      title={text("who.record")}
      description={text("who.recordHint")}
      refusal={problem}
      isReady={isComplete}
      isLoading={record.isPending}
      label={text("who.record")}
      onSave={() => void confirm()}
      onClose={onClose}
    >
      <GroupFields input={input} set={set} audience={audience} />
      <ProofFields input={input} set={set} />
      <Outcome preview={preview} />
    </FormDrawer>
  )
}

function usePreview({ people, countries, basis, agreed_on }: BasisInput): BasisPreview | undefined {
  const { data } = useRead<{ preview: BasisPreview }>("/bases/preview", {
    query: { people, basis, agreed_on, countries: countries?.map((code) => code || "-").join(",") },
    enabled: agreed_on !== "",
  })
  return data?.preview
}

type FieldsProps = { input: BasisInput; set: (change: Partial<BasisInput>) => void }

function GroupFields({ input, set, audience }: FieldsProps & { audience: Audience }) {
  const text = useText()
  return (
    <>
      <Field label={text("who.people")}>
        {(id) => (
          <Choice
            id={id}
            value={input.people}
            onChange={(people) => set({ people: people as BasisPeople })}
            options={PEOPLE.map((value) => ({ value, label: text(`who.peopleOptions.${value}`) }))}
          />
        )}
      </Field>
      <CountryBoxes input={input} set={set} audience={audience} />
      <Field label={text("who.basis")}>
        {(id) => (
          <Choice
            id={id}
            value={input.basis}
            onChange={(basis) => set({ basis: basis as RecordableBasis })}
            options={RECORDABLE_BASES.map((value) => ({ value, label: text(`who.bases.${value}`) }))}
          />
        )}
      </Field>
      <Field label={text("who.agreedOn")} hint={text("who.agreedOnHint")}>
        {(id) => (
          <Input
            id={id}
            type="date"
            max={today()}
            value={input.agreed_on}
            onChange={(event) => set({ agreed_on: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** All, or those that are ticked; only countries in which somebody was never asked. */
function CountryBoxes({ input, set, audience }: FieldsProps & { audience: Audience }) {
  const text = useText()
  const format = useFormat()
  const codes = audience.countries
    .filter((row) => row.never_asked_buyers + row.never_asked_others > 0)
    .map(({ country }) => country ?? "")
  const isChosen = (code: string) => input.countries?.includes(code) ?? false
  const toggle = (code: string) => {
    const chosen = isChosen(code) ? input.countries!.filter((one) => one !== code) : [...(input.countries ?? []), code]
    set({ countries: chosen.length > 0 ? chosen : null })
  }
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{text("who.country")}</legend>
      <Box label={text("who.allCountries")} isOn={input.countries === null} onToggle={() => set({ countries: null })} />
      <div className="grid max-h-40 grid-cols-2 gap-2 overflow-y-auto">
        {codes.map((code) => (
          <Box
            key={code}
            label={code ? format.country(code) : text("who.noCountry")}
            isOn={isChosen(code)}
            onToggle={() => toggle(code)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Box({ label, isOn, onToggle }: { label: string; isOn: boolean; onToggle: () => void }) {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox id={id} checked={isOn} onCheckedChange={onToggle} />
      <Label htmlFor={id} size="small">
        {label}
      </Label>
    </div>
  )
}

function ProofFields({ input, set }: FieldsProps) {
  const text = useText()
  const topics = useTopics()
  const toggle = (id: string) =>
    set({
      topic_ids: input.topic_ids.includes(id) ? input.topic_ids.filter((one) => one !== id) : [...input.topic_ids, id],
    })
  return (
    <>
      <fieldset className="flex flex-col gap-y-2">
        <legend className="txt-compact-small-plus mb-2">{text("who.topics")}</legend>
        {topics.map(({ id, name }) => (
          <Box key={id} label={name} isOn={input.topic_ids.includes(id)} onToggle={() => toggle(id)} />
        ))}
      </fieldset>
      <Field label={text("who.reason")} hint={text("who.reasonHint")}>
        {(id) => (
          <Textarea id={id} rows={2} value={input.reason} onChange={(event) => set({ reason: event.target.value })} />
        )}
      </Field>
      <Field label={text("who.wording")} hint={text("who.wordingHint")}>
        {(id) => (
          <Textarea id={id} rows={2} value={input.wording} onChange={(event) => set({ wording: event.target.value })} />
        )}
      </Field>
    </>
  )
}

function Outcome({ preview }: { preview: BasisPreview | undefined }) {
  const text = useText()
  const format = useFormat()
  if (!preview) return null
  return (
    <div
      role="status"
      className="bg-ui-bg-subtle shadow-elevation-card-rest sticky -bottom-4 flex flex-col gap-y-1 rounded-lg p-4"
    >
      <Text size="small" weight="plus">
        {preview.total === 0
          ? text("who.nobody")
          : text("who.preview", {
              count: preview.total,
              recorded: format.number(preview.recorded),
              total: format.number(preview.total),
            })}
      </Text>
      <BasisRefusals refused={preview.refused} />
      <BasisWarnings warnings={preview.warnings} />
    </div>
  )
}
