import { Input, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Catalogue, TestRun } from "../../parts/api/flows"
import { shop } from "../../parts/client"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useChange } from "../../parts/use-mailroom"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { FindContact } from "../segments/find-contact"
import { useNamed, useStepWords } from "./editor/use-step-words"

type Props = { automation: Automation; catalogue: Catalogue; before: () => Promise<boolean> }

/** One person through the whole way at once; the mails come to whoever presses the button. */
export function TestRunCard({ automation, catalogue, before }: Props) {
  const text = useText()
  const own = useOwnAddress()
  const [typed, setTyped] = useState<string | null>(null)
  const to = (typed ?? own).trim()
  const run = useChange<{ contact_id: string; email: string }, TestRun>(`/automations/${automation.id}/test-run`, {
    done: ({ steps }) => text("tryOut.testDone", { mails: steps.filter(({ message_id }) => message_id).length }),
  })
  async function start(contactId: string) {
    if (await before()) run.mutate({ contact_id: contactId, email: to })
  }
  const whyDisabled = automation.problems.length > 0 ? text("automations.mendFirst") : null
  return (
    <Section title={text("tryOut.testTitle")} hint={text("tryOut.testHint")}>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Field label={text("tryOut.testTo")}>
          {(id) => (
            <Input
              id={id}
              size="small"
              type="email"
              value={typed ?? own}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Text size="small" weight="plus">
          {text("tryOut.testAs")}
        </Text>
        <FindContact
          action={(person) => (
            <ActionButton
              needs="send"
              aria-label={text("tryOut.testFor", { who: person.email ?? person.name ?? person.id })}
              whyDisabled={whyDisabled}
              disabled={to === ""}
              isLoading={run.isPending}
              onClick={() => void start(person.id)}
            >
              {text("tryOut.test")}
            </ActionButton>
          )}
        />
        {run.data && <Steps run={run.data} automation={automation} catalogue={catalogue} />}
      </div>
    </Section>
  )
}

function Steps({ run, automation, catalogue }: { run: TestRun; automation: Automation; catalogue: Catalogue }) {
  const text = useText()
  const format = useFormat()
  const word = useWord()
  const words = useStepWords(catalogue, automation.draft.nodes)
  const named = useNamed()
  const stepOf = (id: string) => {
    const node = automation.draft.nodes.find((one) => one.id === id)
    return node ? words.title(node) : id
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {text("tryOut.path")}
      </Text>
      <ol className="divide-y overflow-hidden rounded-lg border">
        {run.steps.map((step, n) => (
          <li key={n} className="grid grid-cols-1 gap-x-4 px-4 py-2 sm:grid-cols-[160px_minmax(0,1fr)_minmax(0,2fr)]">
            <Text size="small" className="text-ui-fg-muted">
              {format.dateTime(step.at)}
            </Text>
            <Text size="small" weight="plus" className="truncate">
              {stepOf(step.node)}
            </Text>
            <Text size="small" className="break-words">
              {step.refused ? word("words.reason", step.refused) : (step.subject ?? named("steps.kind", step.kind))}
            </Text>
          </li>
        ))}
      </ol>
      <Text size="small" className="text-ui-fg-subtle">
        {named("entrants.outcomes", run.outcome)}
      </Text>
    </div>
  )
}

/** Whoever tries it, until another address is typed. */
function useOwnAddress(): string {
  const { data } = useQuery({
    queryKey: ["mailroom-me"],
    queryFn: () => shop<{ user: { email: string } }>("/users/me"),
  })
  return data?.user.email ?? ""
}
