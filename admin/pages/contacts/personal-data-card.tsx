import { ArrowDownTray } from "@medusajs/icons"
import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Erasure } from "../../parts/api/imports"
import { downloadUrl } from "../../parts/client"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { Row, Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

/** What the law gives a person: everything that is known as a file, and to be forgotten. */
export function PersonalDataCard({ contact }: { contact: { id: string; email: string | null } }) {
  const text = useText()
  if (contact.email === null) return <ErasureReport contactId={contact.id} />
  return (
    <Section title={text("gdpr.title")} hint={text("gdpr.hint")}>
      <div className="flex flex-wrap gap-2 px-6 py-4">
        <Button size="small" variant="secondary" asChild>
          <a href={downloadUrl(`/contacts/${contact.id}/personal-data`)} download>
            <ArrowDownTray />
            {text("gdpr.export")}
          </a>
        </Button>
        <EraseButton contactId={contact.id} email={contact.email} />
      </div>
    </Section>
  )
}

function EraseButton({ contactId, email }: { contactId: string; email: string }) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const erase = useChange<{ confirm: string }>(`/contacts/${contactId}/erase`, {
    done: text("gdpr.erasing"),
    onDone: () => setIsOpen(false),
    onRefused: setProblem,
  })
  const isSame = typed.trim().toLowerCase() === email.toLowerCase()
  return (
    <>
      <ActionButton needs="edit" variant="danger" onClick={() => setIsOpen(true)}>
        {text("gdpr.erase")}
      </ActionButton>
      {isOpen && (
        <FormDrawer
          title={text("gdpr.eraseTitle")}
          description={text("gdpr.eraseDescription")}
          refusal={problem}
          isReady={isSame}
          isLoading={erase.isPending}
          label={text("gdpr.eraseConfirm")}
          variant="danger"
          onSave={() => erase.mutate({ confirm: typed })}
          onClose={() => setIsOpen(false)}
        >
          <Text size="small">{text("gdpr.stays")}</Text>
          <Field label={text("gdpr.confirm", { email })}>
            {(id) => (
              <Input id={id} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
        </FormDrawer>
      )}
    </>
  )
}

/** What was found and taken out; it runs on until the whole database has been looked through. */
function ErasureReport({ contactId }: { contactId: string }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const { data } = useRead<{ erasure: Erasure | null }>(`/contacts/${contactId}/erasure`, { refreshMs: 3_000 })
  if (!data?.erasure) return null
  const { state, report, requested_at: at } = data.erasure
  return (
    <Section
      title={text("gdpr.report")}
      hint={state === "running" ? text("gdpr.running") : text("gdpr.done", { at: format.dateTime(at) })}
    >
      {Object.entries(report).map(([key, count]) => (
        <Row
          key={key}
          label={
            key.startsWith("found_in_")
              ? text("gdpr.foundIn", { table: key.slice("found_in_".length) })
              : word("gdpr.counts", key)
          }
        >
          {format.number(count)}
        </Row>
      ))}
    </Section>
  )
}
