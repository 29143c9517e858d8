import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link, useNavigate } from "react-router-dom"
import type { AutomationSummary, EntryOfContact } from "../../parts/api/flows"
import type { WholeContact } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { saidName } from "../../parts/said"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { EntrantState } from "../automations/people-tab"
import { useOutcomeWords } from "../automations/use-outcome-words"

const SHOWN = 5

/** In which automations this person is or was, each with the way it took, and why in none of the others (F49). */
export function AutomationsCard({ contact }: { contact: WholeContact }) {
  const text = useText()
  const [areAllShown, showAll] = useState(false)
  const read = useRead<{ entries: EntryOfContact[] }>(`/contacts/${contact.id}/automations`, { refreshMs: 30_000 })
  return (
    <Section title={text("menu.automations")}>
      <WhenRead read={read}>
        {({ entries }) => (
          <>
            {entries.length === 0 && (
              <Text size="small" className="text-ui-fg-subtle px-6 py-4">
                {text("contacts.noAutomations")}
              </Text>
            )}
            <ul className="divide-y">
              {(areAllShown ? entries : entries.slice(0, SHOWN)).map((entry) => (
                <li key={entry.id}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ul>
            {!areAllShown && entries.length > SHOWN && (
              <div className="px-6 py-3">
                <Button size="small" variant="transparent" onClick={() => showAll(true)}>
                  {text("contacts.allAutomations", { count: entries.length })}
                </Button>
              </div>
            )}
          </>
        )}
      </WhenRead>
      <AskWhy contact={contact} />
    </Section>
  )
}

function Entry({ entry }: { entry: EntryOfContact }) {
  const format = useFormat()
  const outcomeWords = useOutcomeWords()
  const isEnded = entry.state !== "due" && entry.state !== "waiting"
  const lines = (
    <>
      <span className="flex w-full items-center justify-between gap-x-2">
        <Text as="span" size="small" weight="plus" className="truncate">
          {saidName(entry.automation_name, entry.automation_kind)}
        </Text>
        <EntrantState state={entry.state} />
      </span>
      <span className="txt-compact-xsmall text-ui-fg-subtle">
        {[format.ago(entry.entered_at), isEnded && outcomeWords(entry.outcome)].filter(Boolean).join(" · ")}
      </span>
    </>
  )
  const look = "flex flex-col gap-y-1 px-6 py-3"
  // Store e-mails and custom actions have no page on which one person's way could be lit.
  if (entry.automation_kind !== "automation" && entry.automation_kind !== "autoresponder")
    return <div className={look}>{lines}</div>
  return (
    <Link
      to={`/mailroom/automations/${entry.automation_id}?tab=people&person=${entry.id}`}
      className={`hover:bg-ui-bg-base-hover ${look}`}
    >
      {lines}
    </Link>
  )
}

/** Leads to the automation, which says what it knows of this person; their list is read only when somebody asks. */
function AskWhy({ contact: { id, email, name } }: { contact: WholeContact }) {
  const text = useText()
  const navigate = useNavigate()
  const [isAsking, ask] = useState(false)
  const { data } = useRead<{ automations: AutomationSummary[] }>("/automations", { enabled: isAsking })
  const options = (data?.automations ?? [])
    .filter(({ kind }) => kind === "automation" || kind === "autoresponder")
    .map((one) => ({ value: one.id, label: one.name }))
  const leadTo = (automation: string) =>
    navigate(`/mailroom/automations/${automation}?tab=tryOut`, { state: { why: { id, email: email ?? name ?? "" } } })
  return (
    <div className="px-6 py-3">
      {isAsking ? (
        <Choice
          size="small"
          label={text("contacts.whyAutomation")}
          value=""
          placeholder={text("contacts.whichAutomation")}
          options={options}
          onChange={leadTo}
        />
      ) : (
        <Button size="small" variant="secondary" onClick={() => ask(true)}>
          {text("contacts.whyAutomation")}
        </Button>
      )}
    </div>
  )
}
