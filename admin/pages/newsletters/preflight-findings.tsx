import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { Preflight, PreflightKey, PreflightPerson } from "../../parts/api/before-send"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { AskedOf } from "./preflight-card"
import { PreflightMail } from "./preflight-mail"

type Props = { mailingId: string; findings: Preflight["findings"]; asked: AskedOf; done: number }

/** What was found, in how many mails; opened, the worst of them with names, and from there the mail itself. */
export function PreflightFindings({ mailingId, findings, asked, done }: Props) {
  const [open, setOpen] = useState<PreflightKey | null>(null)
  const [person, setPerson] = useState<PreflightPerson | null>(null)
  if (findings.length === 0) return null
  return (
    <>
      <ul className="divide-y">
        {findings.map(({ key, n }) => (
          <li key={key} data-preflight-finding={key}>
            <Head finding={key} n={n} isOpen={open === key} onPress={() => setOpen(open === key ? null : key)} />
            {open === key && <Worst mailingId={mailingId} finding={key} done={done} onShow={setPerson} />}
          </li>
        ))}
      </ul>
      {person && <PreflightMail person={person} asked={asked(person.variant)} onClose={() => setPerson(null)} />}
    </>
  )
}

type HeadProps = { finding: PreflightKey; n: number; isOpen: boolean; onPress: () => void }

function Head({ finding, n, isOpen, onPress }: HeadProps) {
  const text = useText()
  const format = useFormat()
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onPress}
      className="hover:bg-ui-bg-base-hover flex w-full items-center justify-between gap-x-4 px-6 py-3 text-left"
    >
      <span className="flex items-center gap-x-2">
        {isOpen ? <TriangleDownMini /> : <TriangleRightMini />}
        <Text size="small" weight="plus">
          {text(`preflight.findings.${finding}`)}
        </Text>
      </span>
      <Text size="small" className="text-ui-fg-subtle shrink-0">
        {text("preflight.mails", { count: n, people: format.number(n) })}
      </Text>
    </button>
  )
}

type WorstProps = { mailingId: string; finding: PreflightKey; done: number; onShow: (person: PreflightPerson) => void }

function Worst({ mailingId, finding, done, onShow }: WorstProps) {
  const text = useText()
  const read = useRead<{ people: PreflightPerson[] }>(`/mailings/${mailingId}/preflight/people`, {
    query: { key: finding, done },
  })
  return (
    <WhenRead read={read}>
      {({ people }) => (
        <div className="bg-ui-bg-subtle flex flex-col gap-y-1 px-6 py-3">
          <Text size="xsmall" className="text-ui-fg-muted">
            {text(people.length === 0 ? "preflight.gone" : "preflight.worst")}
          </Text>
          <ul className="max-h-72 overflow-y-auto">
            {people.map((person) => (
              <li key={person.contact_id} className="flex items-center justify-between gap-x-4 py-1">
                <span className="min-w-0">
                  <Text size="small" className="truncate">
                    {person.variant && `${text("variants.variant", { letter: person.variant })} · `}
                    {person.name ?? text("preflight.noName")} · {person.email}
                  </Text>
                  <Text size="xsmall" className="text-ui-fg-subtle truncate">
                    {person.detail === "" && finding !== "no_text"
                      ? text("preflight.noAddress")
                      : text(`preflight.details.${finding}`, { detail: person.detail })}
                  </Text>
                </span>
                <Button size="small" variant="transparent" className="shrink-0" onClick={() => onShow(person)}>
                  {text("preflight.show")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </WhenRead>
  )
}
