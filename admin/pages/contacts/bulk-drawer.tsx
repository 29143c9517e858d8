import { Input } from "@medusajs/ui"
import { useState } from "react"
import type { BulkAction, BulkKind, BulkWork, ContactCount, ContactFilter } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { BulkWorkFields, EMPTY_WORK, workOf, type WorkDraft } from "./bulk-work-fields"

type Props = {
  filter: ContactFilter
  /** How many they are, when the screen knows; else they are counted to the last one. */
  known: number | null
  onClose: () => void
  onStarted: () => void
}

const KINDS: BulkKind[] = ["tag", "untag", "subscribe", "unsubscribe"]
/** Up to so many the number itself is no surprise and need not be typed. */
const TYPED_FROM = 50

/** Something for many contacts at once: what, for how many, and the number typed as a confirmation. */
export function BulkDrawer({ filter, known, onClose, onStarted }: Props) {
  const text = useText()
  const word = useWord()
  const [draft, setDraft] = useState<WorkDraft>(EMPTY_WORK)
  const [typed, setTyped] = useState("")
  const [refusal, setRefusal] = useState<string | null>(null)
  const counted = useRead<ContactCount>("/contacts/count", {
    query: { ...filter, ids: undefined, exact: true },
    enabled: known === null,
  })
  const total = known ?? counted.data?.count ?? null
  const work = workOf(draft)
  const isConfirmed = total !== null && (total < TYPED_FROM || typed.replace(/\D/g, "") === String(total))
  const start = useChange<{ work: BulkWork; filter: ContactFilter; confirmed: number }, { bulk_action: BulkAction }>(
    "/bulk-actions",
    { done: text("contacts.bulk.started"), onDone: onStarted, onRefused: setRefusal },
  )
  return (
    <FormDrawer
      title={text("contacts.bulk.title")}
      description={<Size total={total} error={counted.isError} />}
      refusal={refusal}
      isReady={isConfirmed && work !== null && total > 0}
      isLoading={start.isPending}
      label={text("contacts.bulk.start")}
      onClose={onClose}
      onSave={() => work && total !== null && start.mutate({ work, filter, confirmed: total })}
    >
      <Field label={text("contacts.bulk.what")}>
        {(id) => (
          <Choice
            id={id}
            value={draft.kind}
            onChange={(kind) => setDraft({ ...draft, kind: kind as BulkKind })}
            options={KINDS.map((kind) => ({ value: kind, label: word("contacts.bulk.kind", kind) }))}
          />
        )}
      </Field>
      <BulkWorkFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      {total !== null && total >= TYPED_FROM && (
        <Field label={text("contacts.bulk.typeIt", { n: total })} hint={text("contacts.bulk.typeItHint")}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              placeholder={String(total)}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}

function Size({ total, error }: { total: number | null; error: boolean }) {
  const text = useText()
  const format = useFormat()
  if (total !== null) return <>{text("contacts.bulk.forSome", { count: total, n: format.number(total) })}</>
  return <>{text(error ? "common.couldNotRead" : "contacts.bulk.counting")}</>
}
