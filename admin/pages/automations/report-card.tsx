import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import type { ReportInput } from "../../../src/core/automations/report-rhythm"
import { ActionButton } from "../../parts/action-button"
import { AddressList } from "../../parts/address-list"
import type { AutomationReport } from "../../parts/api/tasks"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { MailFrame } from "../../parts/mail-frame"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { SomeOf } from "../segments/form-parts"
import { useTaskPeople } from "../tasks/use-task-people"

const LANGUAGES = ["en", "de", "fr", "es", "it"]
/** Radix knows no empty value. */
const STORES = "store"

/** The automation's numbers by mail, again and again, to who is to know them. */
export function ReportCard({ automationId }: { automationId: string }) {
  const read = useRead<{ report: AutomationReport }>(`/automations/${automationId}/report`)
  return (
    <div className="max-w-2xl">
      <WhenRead read={read}>
        {({ report }) => <ReportForm key={automationId} automationId={automationId} report={report} />}
      </WhenRead>
    </div>
  )
}

type Props = { automationId: string; report: AutomationReport }

function ReportForm({ automationId, report }: Props) {
  const text = useText()
  const format = useFormat()
  const { options: people } = useTaskPeople()
  const [input, setInput] = useState(inputOf(report))
  const [isPreview, setPreview] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<ReportInput>) => setInput((before) => ({ ...before, ...change }))
  const isDirty = JSON.stringify(input) !== JSON.stringify(inputOf(report))
  const save = useChange<ReportInput, { report: AutomationReport }>(`/automations/${automationId}/report`, {
    done: text("common.saved"),
    onDone: () => setProblem(null),
    onRefused: setProblem,
  })
  const now = useChange<void, { to: string[] }>(`/automations/${automationId}/report/send-now`, {
    done: ({ to }) => text("automationReport.sent", { to: to.join(", ") }),
  })
  const whyNot = isDirty ? text("common.saveFirst") : null
  return (
    <Section
      title={text("automationReport.title")}
      hint={text("automationReport.hint")}
      actions={
        <>
          <ActionButton needs="see" onClick={() => setPreview(!isPreview)} whyDisabled={whyNot}>
            {text(isPreview ? "automationReport.hide" : "common.preview")}
          </ActionButton>
          <ActionButton needs="send" isLoading={now.isPending} whyDisabled={whyNot} onClick={() => now.mutate()}>
            {text("automationReport.sendNow")}
          </ActionButton>
        </>
      }
      footer={
        <div className="flex items-center justify-between gap-x-4">
          <span className="txt-compact-small text-ui-fg-subtle">
            {problem ? <span className="text-ui-fg-error">{problem}</span> : said()}
          </span>
          <ActionButton
            needs="edit"
            variant="primary"
            disabled={!isDirty}
            isLoading={save.isPending}
            onClick={() => save.mutate(input)}
          >
            {text("common.save")}
          </ActionButton>
        </div>
      }
    >
      <div className="flex flex-col gap-y-5 px-6 py-4">
        <SwitchField
          label={text("automationReport.isOn")}
          hint={text("automationReport.isOnHint")}
          isOn={input.is_on}
          onChange={(is_on) => set({ is_on })}
        />
        <RhythmFields rhythm={input.rhythm} onChange={(rhythm) => set({ rhythm })} />
        {people.length > 0 && (
          <SomeOf
            label={text("automationReport.people")}
            value={input.user_ids}
            values={people.map(({ value }) => value)}
            textOf={(id) => people.find(({ value }) => value === id)?.label ?? id}
            onChange={(user_ids) => set({ user_ids })}
          />
        )}
        <Field label={text("automationReport.emails")}>
          {(id) => <AddressList id={id} value={input.emails} max={20} onChange={(emails) => set({ emails })} />}
        </Field>
        <Field label={text("common.language")}>
          {(id) => (
            <Choice
              id={id}
              value={input.locale ?? STORES}
              onChange={(locale) => set({ locale: locale === STORES ? null : locale })}
              options={[
                { value: STORES, label: text("suppliers.storeLanguage") },
                ...LANGUAGES.map((value) => ({ value, label: format.language(value) })),
              ]}
            />
          )}
        </Field>
      </div>
      {isPreview && <Preview automationId={automationId} />}
    </Section>
  )

  function said(): string {
    const last = report.last_sent_at && text("automationReport.last", { at: format.dateTime(report.last_sent_at) })
    const next = report.next_at && text("automationReport.next", { at: format.dateTime(report.next_at) })
    return [last, next].filter(Boolean).join(" · ")
  }
}

const inputOf = ({ rhythm, emails, user_ids, locale, next_at }: AutomationReport): ReportInput => ({
  rhythm,
  emails,
  user_ids,
  locale,
  is_on: next_at !== null,
})

type RhythmProps = { rhythm: ReportInput["rhythm"]; onChange: (rhythm: ReportInput["rhythm"]) => void }

function RhythmFields({ rhythm, onChange }: RhythmProps) {
  const text = useText()
  const format = useFormat()
  const { every } = rhythm
  const weekdays = Array.from({ length: 7 }, (_, n) => ({ value: String(n + 1), label: format.weekday(n + 1) }))
  const monthdays = Array.from({ length: 28 }, (_, n) => ({ value: String(n + 1), label: `${n + 1}.` }))
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
      <Field label={text("automationReport.every")}>
        {(id) => (
          <Choice
            id={id}
            value={every}
            onChange={(value) => onChange({ ...rhythm, every: value as typeof every })}
            options={(["day", "week", "month"] as const).map((value) => ({
              value,
              label: text(`automationReport.rhythm.${value}`),
            }))}
          />
        )}
      </Field>
      {every !== "day" && (
        <Field label={text("automationReport.on")}>
          {(id) => (
            <Choice
              id={id}
              value={String(every === "week" ? rhythm.weekday : rhythm.monthday)}
              onChange={(value) => onChange({ ...rhythm, [every === "week" ? "weekday" : "monthday"]: Number(value) })}
              options={every === "week" ? weekdays : monthdays}
            />
          )}
        </Field>
      )}
      <Field label={text("automationReport.at")}>
        {(id) => (
          <Input
            id={id}
            type="time"
            value={rhythm.time}
            onChange={(event) => onChange({ ...rhythm, time: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

function Preview({ automationId }: { automationId: string }) {
  const read = useRead<{ subject: string; html: string }>(`/automations/${automationId}/report/preview`)
  const { refetch } = read
  useEffect(() => void refetch(), [refetch])
  return (
    <WhenRead read={read}>
      {({ subject, html }) => (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          <span className="txt-compact-small-plus">{subject}</span>
          <MailFrame html={html} title={subject} className="h-[560px]" />
        </div>
      )}
    </WhenRead>
  )
}
