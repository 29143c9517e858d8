import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { Poll, PollInput, PollWithResult } from "../../parts/api/polls"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AnswerFields } from "./answer-fields"
import { LANGUAGES, TranslationFields } from "./translation-fields"

/** Radix knows no empty value. */
const SHOPS = "shop"

const inputOf = (poll: Poll | null): PollInput => ({
  name: poll?.name ?? "",
  locale: poll?.locale ?? null,
  question: poll?.question ?? "",
  answers: poll?.answers ?? [
    { number: null, text: "" },
    { number: null, text: "" },
  ],
  most_choices: poll?.most_choices ?? 1,
  thanks: poll?.thanks ?? "",
  is_result_shown: poll?.is_result_shown ?? true,
  closes_at: poll?.closes_at ?? null,
  translations: poll?.translations ?? {},
})

type Props = { poll: Poll | null; onClose: () => void; onSaved?: (poll: PollWithResult) => void }

/** A poll made or changed; answers that somebody has given stay. */
export function PollDrawer({ poll, onClose, onSaved }: Props) {
  const text = useText()
  const format = useFormat()
  const [input, setInput] = useState(inputOf(poll))
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<PollInput>) => setInput((before) => ({ ...before, ...change }))
  const save = useChange<PollInput & { revision?: number }, { poll: PollWithResult }>(
    poll ? `/polls/${poll.id}` : "/polls",
    {
      done: text("common.saved"),
      onDone: (answer) => (onSaved ? onSaved(answer.poll) : onClose()),
      onRefused: setProblem,
    },
  )
  const given = input.answers.filter((one) => one.text.trim() !== "")
  const isReady = input.name.trim() !== "" && input.question.trim() !== "" && given.length >= 2
  const counts = Array.from({ length: Math.max(given.length, input.most_choices) }, (_, n) => n + 1)
  const languages = [...new Set([...LANGUAGES, ...(input.locale ? [input.locale] : [])])]
  return (
    <FormDrawer
      title={poll?.name ?? text("polls.add")}
      description={text("polls.drawerHint")}
      refusal={problem}
      isReady={isReady}
      isLoading={save.isPending}
      onSave={() => save.mutate({ ...input, answers: given, ...(poll && { revision: poll.revision }) })}
      onClose={onClose}
    >
      <Field label={text("polls.name")} hint={text("polls.nameHint")}>
        {(id) => (
          <Input id={id} maxLength={200} value={input.name} onChange={(event) => set({ name: event.target.value })} />
        )}
      </Field>
      <Field label={text("polls.question")}>
        {(id) => (
          <Textarea
            id={id}
            rows={2}
            maxLength={300}
            value={input.question}
            onChange={(event) => set({ question: event.target.value })}
          />
        )}
      </Field>
      <AnswerFields answers={input.answers} onChange={(answers) => set({ answers })} />
      <Field label={text("polls.choices")}>
        {(id) => (
          <Choice
            id={id}
            value={String(input.most_choices)}
            options={counts.map((n) => ({
              value: String(n),
              label: n === 1 ? text("polls.oneChoice") : text("polls.upTo", { count: n }),
            }))}
            onChange={(n) => set({ most_choices: Number(n) })}
          />
        )}
      </Field>
      <Field label={text("polls.closesAt")} hint={text("polls.closesAtHint")} optional={text("common.optional")}>
        {(id) => (
          <Input
            id={id}
            type="datetime-local"
            value={input.closes_at ? localTime(input.closes_at) : ""}
            onChange={(event) =>
              set({ closes_at: event.target.value ? new Date(event.target.value).toISOString() : null })
            }
          />
        )}
      </Field>
      <Field label={text("polls.thanks")} hint={text("polls.thanksHint")} optional={text("common.optional")}>
        {(id) => (
          <Textarea
            id={id}
            rows={2}
            maxLength={500}
            value={input.thanks}
            onChange={(event) => set({ thanks: event.target.value })}
          />
        )}
      </Field>
      <SwitchField
        label={text("polls.showResult")}
        hint={text("polls.showResultHint")}
        isOn={input.is_result_shown}
        onChange={(is_result_shown) => set({ is_result_shown })}
      />
      <Field label={text("polls.language")}>
        {(id) => (
          <Choice
            id={id}
            value={input.locale ?? SHOPS}
            options={[
              { value: SHOPS, label: text("polls.shopLanguage") },
              ...languages.map((value) => ({ value, label: format.language(value) })),
            ]}
            onChange={(locale) => set({ locale: locale === SHOPS ? null : locale })}
          />
        )}
      </Field>
      <TranslationFields input={input} isSaved={poll !== null} onChange={(translations) => set({ translations })} />
    </FormDrawer>
  )
}

/** As an input of the browser wants it: in the owner's own time, to the minute. */
function localTime(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
