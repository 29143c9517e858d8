import { Hint } from "@medusajs/ui"
import { AB_CRITERIA, variantLetter, type AbTest } from "../../../src/core/mailings/ab-test"
import type { Checklist } from "../../parts/api/mailings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { newTest } from "./ab-edit"
import { AbVariants } from "./ab-variants"
import type { Draft } from "./use-draft"

const SHARES = [5, 10, 20, 30, 40, 50, 70, 90]
const HOURS = [1, 2, 4, 8, 12, 24, 48, 72, 168]
const CONTROL = [0, 1, 2, 5, 10, 20, 30, 50]

type Props = { mailingId: string; draft: Draft; open: number; onOpen: (at: number) => void }

/** What is tried out before everybody gets it, and who gets nothing so that it can be measured (F34, F44). */
export function AbCard({ mailingId, draft: { draft, change, revision }, open, onOpen }: Props) {
  const text = useText()
  const { ab } = draft
  const set = (part: Partial<AbTest>) => ab && change({ ab: { ...ab, ...part } })
  return (
    <Section title={text("variants.title")} hint={text("variants.hint")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <SwitchField
          label={text("variants.on")}
          hint={text("variants.onHint")}
          isOn={ab !== null}
          onChange={(isOn) => {
            onOpen(0)
            change({ ab: isOn ? newTest() : null })
          }}
        />
        {ab && (
          <>
            <AbVariants ab={ab} mailing={draft} open={open} onChange={(next) => change({ ab: next })} onOpen={onOpen} />
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
              <Numbers
                label={text("variants.share")}
                hint={text("variants.shareHint")}
                value={ab.share}
                values={SHARES}
                word={(share) => text("variants.percent", { share })}
                onChange={(share) => set({ share })}
              />
              <Numbers
                label={text("variants.wait")}
                hint={text("variants.waitHint")}
                value={ab.wait_hours}
                values={HOURS}
                word={(count) => text("variants.hours", { count })}
                onChange={(wait_hours) => set({ wait_hours })}
              />
              <Field label={text("variants.criterion")} hint={text(`variants.criterionHint.${ab.criterion}`)}>
                {(id) => (
                  <Choice
                    id={id}
                    value={ab.criterion}
                    onChange={(chosen) => set({ criterion: chosen as AbTest["criterion"] })}
                    options={AB_CRITERIA.map((value) => ({ value, label: text(`variants.criteria.${value}`) }))}
                  />
                )}
              </Field>
              <Field label={text("variants.decide")} hint={text(`variants.decideHint.${ab.decide}`)}>
                {(id) => (
                  <Choice
                    id={id}
                    value={ab.decide}
                    onChange={(chosen) => set({ decide: chosen as AbTest["decide"] })}
                    options={(["automatic", "manual"] as const).map((value) => ({
                      value,
                      label: text(`variants.decides.${value}`),
                    }))}
                  />
                )}
              </Field>
              {ab.decide === "automatic" && (
                <Numbers
                  label={text("variants.fallback")}
                  hint={text("variants.fallbackHint")}
                  value={ab.fallback}
                  values={ab.variants.map((_, at) => at + 1)}
                  word={(variant) => text("variants.variant", { letter: variantLetter(variant) })}
                  onChange={(fallback) => set({ fallback })}
                />
              )}
            </div>
            <Outlook mailingId={mailingId} revision={revision} />
          </>
        )}
        <ControlShare value={draft.control_share} onChange={(control_share) => change({ control_share })} />
      </div>
    </Section>
  )
}

type NumbersProps = {
  label: string
  hint: string
  value: number
  values: number[]
  word: (value: number) => string
  onChange: (value: number) => void
}

/** One of a few numbers; what was set by the API stands among them. */
function Numbers({ label, hint, value, values, word, onChange }: NumbersProps) {
  const all = values.includes(value) ? values : [...values, value].sort((a, b) => a - b)
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Choice
          id={id}
          value={String(value)}
          onChange={(chosen) => onChange(Number(chosen))}
          options={all.map((one) => ({ value: String(one), label: word(one) }))}
        />
      )}
    </Field>
  )
}

function ControlShare({ value, onChange }: { value: number; onChange: (share: number) => void }) {
  const text = useText()
  const word = (share: number) => (share === 0 ? text("variants.noControl") : text("variants.percent", { share }))
  return (
    <Numbers
      label={text("variants.control")}
      hint={text("variants.controlHint")}
      value={value}
      values={CONTROL}
      word={word}
      onChange={onChange}
    />
  )
}

/** From which difference on so many people can show one; the same line as in the checklist. */
function Outlook({ mailingId, revision }: { mailingId: string; revision: number }) {
  const text = useText()
  const format = useFormat()
  const { data } = useRead<Checklist>(`/mailings/${mailingId}/checklist`, { query: { revision } })
  const item = data?.items.find(({ key }) => key === "ab_test" || key === "ab_too_few")
  if (!item) return <Hint>{text("variants.counting")}</Hint>
  return (
    <div className="bg-ui-bg-subtle rounded-md px-4 py-3" data-testid="ab-outlook">
      <Hint variant={item.ok ? "info" : "error"}>{said(item.sentence)}</Hint>
      {item.way_out && <Hint>{said(item.way_out)}</Hint>}
      {item.ok && typeof data?.recipients === "number" && (
        <Hint>{text("variants.outlookHint", { people: format.number(data.recipients) })}</Hint>
      )}
    </div>
  )
}
