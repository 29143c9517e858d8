import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"

type Draft = {
  kind: "email" | "domain"
  whom: string
  scope: "all" | "marketing" | "topic"
  topic_id: string
  note: string
  until: string
}

const EMPTY: Draft = { kind: "email", whom: "", scope: "all", topic_id: "", note: "", until: "" }

/** One address or a whole domain, with the reason that everybody reads who asks later. */
export function AddSuppression({ onClose }: { onClose: () => void }) {
  const text = useText()
  const [draft, setDraft] = useState(EMPTY)
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const add = useChange<object>("/suppressions", {
    done: text("stops.added"),
    onDone: onClose,
    onRefused: setProblem,
  })
  const isComplete =
    draft.whom.trim() !== "" && draft.note.trim().length >= 3 && (draft.scope !== "topic" || draft.topic_id !== "")
  return (
    <FormDrawer
      title={text("stops.add")}
      refusal={problem}
      isReady={isComplete}
      isLoading={add.isPending}
      label={text("stops.add")}
      onSave={() => add.mutate(bodyOf(draft))}
      onClose={onClose}
    >
      <WhomFields draft={draft} set={set} />
      <Field label={text("stops.note")} hint={text("stops.noteHint")}>
        {(id) => (
          <Textarea id={id} rows={2} value={draft.note} onChange={(event) => set({ note: event.target.value })} />
        )}
      </Field>
      <Field label={text("stops.expires")} optional={text("common.optional")}>
        {(id) => (
          <Input id={id} type="date" value={draft.until} onChange={(event) => set({ until: event.target.value })} />
        )}
      </Field>
    </FormDrawer>
  )
}

function WhomFields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const text = useText()
  const topics = useTopics()
  return (
    <>
      <Field label={text("stops.kind")}>
        {(id) => (
          <Choice
            id={id}
            value={draft.kind}
            onChange={(kind) => set({ kind: kind as Draft["kind"] })}
            options={(["email", "domain"] as const).map((value) => ({ value, label: text(`stops.kinds.${value}`) }))}
          />
        )}
      </Field>
      <Field label={text(`stops.${draft.kind}`)} hint={draft.kind === "domain" ? text("stops.domainHint") : undefined}>
        {(id) => <Input id={id} value={draft.whom} onChange={(event) => set({ whom: event.target.value })} />}
      </Field>
      <Field label={text("stops.scope")}>
        {(id) => (
          <Choice
            id={id}
            value={draft.scope}
            onChange={(scope) => set({ scope: scope as Draft["scope"] })}
            options={(["all", "marketing", "topic"] as const).map((value) => ({
              value,
              label: text(`stops.scopes.${value}`),
            }))}
          />
        )}
      </Field>
      {draft.scope === "topic" && (
        <Field label={text("stops.topic")}>
          {(id) => (
            <Choice
              id={id}
              value={draft.topic_id}
              placeholder={text("stops.topic")}
              onChange={(topic_id) => set({ topic_id })}
              options={topics.map((topic) => ({ value: topic.id, label: topic.name }))}
            />
          )}
        </Field>
      )}
    </>
  )
}

function bodyOf({ kind, whom, scope, topic_id, note, until }: Draft): object {
  return {
    [kind]: whom.trim(),
    scope,
    note,
    ...(scope === "topic" && { topic_id }),
    // To the end of the day that was chosen, where the owner sits.
    ...(until && { expires_at: new Date(`${until}T23:59:59`).toISOString() }),
  }
}
