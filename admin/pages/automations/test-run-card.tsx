import { Text } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Catalogue, TestRun } from "../../parts/api/flows"
import { Section } from "../../parts/section"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FindContact } from "../segments/find-contact"
import { useStepWords } from "./editor/use-step-words"
import { StepList } from "./entrant-card"

type Props = { automation: Automation; catalogue: Catalogue; before: () => Promise<boolean> }

/** One person through the whole way at once; the mails come to whoever presses the button. */
export function TestRunCard({ automation, catalogue, before }: Props) {
  const text = useText()
  const run = useChange<{ contact_id: string }, { test_run: TestRun }>(`/automations/${automation.id}/test-run`, {
    done: ({ test_run }) => text("tryOut.testDone", { mails: test_run.mails }),
  })
  async function start(contactId: string) {
    if (await before()) run.mutate({ contact_id: contactId })
  }
  const whyDisabled = automation.problems.length > 0 ? text("automations.mendFirst") : null
  return (
    <Section title={text("tryOut.testTitle")} hint={text("tryOut.testHint")}>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Text size="small" weight="plus">
          {text("tryOut.testAs")}
        </Text>
        <FindContact
          action={(person) => (
            <ActionButton
              needs="send"
              aria-label={text("tryOut.testFor", { who: person.email ?? person.name ?? person.id })}
              whyDisabled={whyDisabled}
              isLoading={run.isPending}
              onClick={() => void start(person.id)}
            >
              {text("tryOut.test")}
            </ActionButton>
          )}
        />
        {run.data && <Steps run={run.data.test_run} automation={automation} catalogue={catalogue} />}
      </div>
    </Section>
  )
}

function Steps({ run, automation, catalogue }: { run: TestRun; automation: Automation; catalogue: Catalogue }) {
  const text = useText()
  const words = useStepWords(catalogue, automation.draft.nodes)
  const stepOf = (id: string | null) => {
    const node = automation.draft.nodes.find((one) => one.id === id)
    return node ? words.title(node) : (id ?? text("automations.trigger"))
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {text("tryOut.path")}
      </Text>
      <div className="overflow-hidden rounded-lg border">
        <StepList steps={run.path} stepOf={stepOf} />
      </div>
    </div>
  )
}
