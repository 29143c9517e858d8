import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { Automation, Why } from "../../parts/api/flows"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { EntrantState } from "./people-tab"

/** Did this person enter, because of what, and where do they stand (F49). */
export function WhyCard({ automation }: { automation: Automation }) {
  const text = useText()
  const [typed, setTyped] = useState("")
  const [asked, setAsked] = useState<string | null>(null)
  const read = useRead<{ why: Why }>(`/automations/${automation.id}/why`, {
    query: { contact: asked },
    enabled: asked !== null,
  })
  return (
    <Section title={text("entrants.why")} hint={text("entrants.whyHint")}>
      <form
        className="flex items-center gap-x-3 px-6 py-4"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim() || null)
        }}
      >
        <Input
          size="small"
          className="w-72"
          aria-label={text("entrants.search")}
          placeholder={text("entrants.search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button size="small" variant="secondary" type="submit">
          {text("entrants.ask")}
        </Button>
      </form>
      {asked && <WhenRead read={read}>{({ why }) => <Answer why={why} automation={automation} />}</WhenRead>}
    </Section>
  )
}

function Answer({ why, automation }: { why: Why; automation: Automation }) {
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" aria-live="polite">
      <Text size="small">{said(why.sentence)}</Text>
      {why.entrants.map((one) => (
        <Link
          key={one.id}
          to={`/mailroom/automations/${automation.id}?tab=people&person=${one.id}`}
          className="text-ui-fg-interactive txt-compact-small flex items-center gap-x-3"
        >
          {format.dateTime(one.entered_at)} <EntrantState state={one.state} />
        </Link>
      ))}
    </div>
  )
}
