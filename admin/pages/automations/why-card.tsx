import { Text } from "@medusajs/ui"
import { useState } from "react"
import { Link, useLocation } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Why } from "../../parts/api/flows"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FindContact } from "../segments/find-contact"
import { StepList } from "./entrant-card"
import { EntrantState } from "./people-tab"

/** Did this person enter, because of what, and where do they stand (F49). */
export function WhyCard({ automation }: { automation: Automation }) {
  const text = useText()
  // Whoever comes from a person's page has asked already.
  const { state } = useLocation() as { state: { why?: { id: string; email: string } } | null }
  const [asked, setAsked] = useState(state?.why ?? null)
  const read = useRead<Why>(`/automations/${automation.id}/why`, {
    query: { contact: asked?.id },
    enabled: asked !== null,
    refreshMs: 15_000,
  })
  return (
    <Section title={text("entrants.why")} hint={text("entrants.whyHint")}>
      <div className="px-6 py-4">
        <FindContact
          action={(person, done) => (
            <ActionButton
              needs="see"
              onClick={() => {
                setAsked({ id: person.id, email: person.email ?? person.name ?? "" })
                done()
              }}
            >
              {text("entrants.ask")}
            </ActionButton>
          )}
        />
      </div>
      {asked && (
        <WhenRead read={read}>{(why) => <Answer why={why} who={asked.email} automation={automation} />}</WhenRead>
      )}
    </Section>
  )
}

function Answer({ why, who, automation }: { why: Why; who: string; automation: Automation }) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="flex flex-col" aria-live="polite">
      {why.entries.length + why.not_entered.length === 0 && (
        <Text size="small" className="px-6 py-4">
          {text("entrants.neverThere", { who })}
        </Text>
      )}
      {why.entries.map(({ entrant, sentence }) => (
        <Link
          key={entrant.id}
          to={`/mailroom/automations/${automation.id}?tab=people&person=${entrant.id}`}
          className="hover:bg-ui-bg-base-hover txt-compact-small flex items-center gap-x-3 px-6 py-3"
        >
          <span className="text-ui-fg-muted">{format.dateTime(entrant.entered_at)}</span>
          <EntrantState state={entrant.state} />
          <span>{said(sentence)}</span>
        </Link>
      ))}
      {why.not_entered.length > 0 && <StepList steps={why.not_entered} stepOf={() => who} />}
    </div>
  )
}
