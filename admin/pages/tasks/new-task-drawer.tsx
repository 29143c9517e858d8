import { Button, DatePicker, Input, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FindContact } from "../segments/find-contact"
import { useTaskPeople } from "./use-task-people"

type Contact = { id: string; name: string | null }
type Input = {
  kind: "task" | "call"
  title: string
  note: string
  assignee_id: string | null
  due_at: string
  contact_id: string | null
}

const tomorrow = () => new Date(Math.ceil((Date.now() + 24 * 3_600_000) / 60_000) * 60_000)

/** A task made by hand, on the contact's page about that contact. */
export function NewTaskDrawer({ contact = null, onClose }: { contact?: Contact | null; onClose: () => void }) {
  const text = useText()
  const { options, me } = useTaskPeople()
  const [kind, setKind] = useState<Input["kind"]>("task")
  const [title, setTitle] = useState("")
  const [note, setNote] = useState("")
  const [chosen, setChosen] = useState<string | null>(null)
  const [due, setDue] = useState<Date | null>(tomorrow)
  const [about, setAbout] = useState<Contact | null>(contact)
  const [problem, setProblem] = useState<string | null>(null)
  const assignee = chosen ?? me ?? ""
  const save = useChange<Input>("/tasks", { done: text("common.saved"), onDone: onClose, onRefused: setProblem })

  const press = () =>
    due &&
    save.mutate({
      kind,
      title,
      note,
      assignee_id: assignee || null,
      due_at: due.toISOString(),
      contact_id: about?.id ?? null,
    })

  return (
    <FormDrawer
      title={text("tasks.add")}
      refusal={problem}
      isReady={title.trim() !== "" && due !== null}
      isLoading={save.isPending}
      onSave={press}
      onClose={onClose}
    >
      <Field label={text("tasks.what")}>
        {(id) => <Input id={id} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={text("tasks.kindLabel")}>
        {(id) => (
          <Choice
            id={id}
            value={kind}
            onChange={(value) => setKind(value as Input["kind"])}
            options={(["task", "call"] as const).map((value) => ({ value, label: text(`tasks.kind.${value}`) }))}
          />
        )}
      </Field>
      <Field label={text("tasks.assignee")} hint={text("tasks.assigneeHint")}>
        {(id) => (
          <Choice id={id} value={assignee} placeholder={text("tasks.nobody")} onChange={setChosen} options={options} />
        )}
      </Field>
      <Field label={text("tasks.due")}>
        {() => <DatePicker granularity="minute" value={due} onChange={setDue} aria-label={text("tasks.due")} />}
      </Field>
      <Field label={text("tasks.about")} optional={text("common.optional")}>
        {() => <About about={about} isFixed={contact !== null} onChange={setAbout} />}
      </Field>
      <Field label={text("tasks.note")} optional={text("common.optional")}>
        {(id) => (
          <Textarea id={id} rows={4} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}

type AboutProps = { about: Contact | null; isFixed: boolean; onChange: (contact: Contact | null) => void }

function About({ about, isFixed, onChange }: AboutProps) {
  const text = useText()
  if (!about)
    return (
      <FindContact
        action={({ id, name, email }, done) => (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => {
              onChange({ id, name: name ?? email })
              done()
            }}
          >
            {text("tasks.choose")}
          </Button>
        )}
      />
    )
  return (
    <div className="flex items-center justify-between gap-x-2">
      <Text size="small">{about.name}</Text>
      {!isFixed && (
        <Button type="button" size="small" variant="transparent" onClick={() => onChange(null)}>
          {text("tasks.other")}
        </Button>
      )}
    </div>
  )
}
