import { Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Catalogue, TestRun } from "../../parts/api/flows"
import type { Person } from "../../parts/api/segments"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FindContact } from "../segments/find-contact"
import { TestRunSteps } from "./test-run-steps"

type Props = { automation: Automation; catalogue: Catalogue; before: () => Promise<boolean> }
type Asked = { contact_id: string; email: string }

/** One person through the whole way at once; the mails come to whoever presses the button. */
export function TestRunCard({ automation, catalogue, before }: Props) {
  const text = useText()
  const path = `/automations/${automation.id}/test-run`
  const addresses = useRead<{ addresses: string[] }>(path).data?.addresses
  const [chosen, setChosen] = useState<string | null>(null)
  const [who, setWho] = useState<Person | null>(null)
  const to = chosen ?? addresses?.[0] ?? ""
  const run = useChange<Asked, TestRun>(path, {
    done: ({ steps, to: sentTo }) =>
      text("tryOut.testDone", { to: sentTo, mails: steps.filter(({ message_id }) => message_id).length }),
  })
  async function start(person: Person) {
    setWho(person)
    if (await before()) run.mutate({ contact_id: person.id, email: to })
  }
  const whyDisabled =
    automation.problems.length > 0
      ? text("automations.mendFirst")
      : addresses?.length === 0
        ? text("tryOut.testNoAddress")
        : null
  return (
    <Section title={text("tryOut.testTitle")} hint={text("tryOut.testHint")}>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {addresses?.length === 0 ? (
          <Text size="small">{text("tryOut.testNoAddress")}</Text>
        ) : (
          <To addresses={addresses ?? []} to={to} onChoose={setChosen} />
        )}
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
              onClick={() => void start(person)}
            >
              {text("tryOut.test")}
            </ActionButton>
          )}
        />
        {run.data && who && (
          <TestRunSteps
            run={run.data}
            who={who.email ?? who.name ?? ""}
            automation={automation}
            catalogue={catalogue}
          />
        )}
      </div>
    </Section>
  )
}

/** Own, owner's and seed addresses: a customer's mailbox is no place to try something out. */
function To({ addresses, to, onChoose }: { addresses: string[]; to: string; onChoose: (address: string) => void }) {
  const text = useText()
  return (
    <Field label={text("tryOut.testTo")}>
      {(id) => (
        <Select size="small" value={to} onValueChange={onChoose}>
          <Select.Trigger id={id}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {addresses.map((address) => (
              <Select.Item key={address} value={address}>
                {address}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}
