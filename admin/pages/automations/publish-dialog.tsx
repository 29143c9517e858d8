import { FocusModal, Heading, Label, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Inside } from "../../parts/api/flows"
import { mailroom } from "../../parts/client"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import type { AutomationAnswer, AutomationDraft } from "./use-automation-draft"

type Props = { automation: Automation; draft: AutomationDraft }
type People = "stay" | "move"

/** Makes the draft a version; where people are inside it is asked what becomes of them. */
export function PublishButton({ automation, draft }: Props) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const whyNot =
    automation.problems.length > 0
      ? text("automations.mendFirst")
      : !automation.is_changed && draft.state.kind === "saved"
        ? text("automations.nothingToPublish")
        : null
  async function press() {
    if (await draft.save()) setOpen(true)
  }
  return (
    <>
      <ActionButton needs="send" variant="primary" whyDisabled={whyNot} onClick={() => void press()}>
        {text("automations.publish")}
      </ActionButton>
      {isOpen && <PublishDialog automation={automation} draft={draft} onClose={() => setOpen(false)} />}
    </>
  )
}

function PublishDialog({ automation, draft, onClose }: Props & { onClose: () => void }) {
  const text = useText()
  const [people, setPeople] = useState<People>("stay")
  const path = `/automations/${automation.id}`
  const peopleInside = useRead<Inside>(`${path}/inside`)
  const publish = useChange<{ revision: number; people: People }>(`${path}/publish`, {
    done: text("automations.publishDone"),
    onDone: async () => {
      const answer = await mailroom<AutomationAnswer>(path)
      draft.moveTo(answer.automation.draft_revision)
      onClose()
    },
  })
  const inside = peopleInside.data
  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <FocusModal.Content className="inset-x-0 mx-auto h-fit max-w-xl md:top-32 md:bottom-auto">
        <FocusModal.Header />
        <FocusModal.Body className="flex flex-col gap-y-4 px-8 py-6">
          <FocusModal.Title asChild>
            <Heading level="h2">{text("automations.publishTitle")}</Heading>
          </FocusModal.Title>
          <Text size="small" className="text-ui-fg-subtle">
            {automation.live_version === null
              ? text("automations.publishFirst")
              : text("automations.publishNext", { number: automation.live_version.number + 1 })}
          </Text>
          {inside && inside.inside > 0 && <PeopleChoice inside={inside} value={people} onChange={setPeople} />}
        </FocusModal.Body>
        <FocusModal.Footer>
          <ActionButton needs="see" onClick={onClose}>
            {text("common.cancel")}
          </ActionButton>
          <ActionButton
            needs="send"
            variant="primary"
            isLoading={publish.isPending}
            onClick={() => publish.mutate({ revision: draft.latest(), people })}
          >
            {text("automations.publish")}
          </ActionButton>
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}

type ChoiceProps = { inside: Inside; value: People; onChange: (people: People) => void }

function PeopleChoice({ inside, value, onChange }: ChoiceProps) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus">
        {text("automations.publishInside", { count: inside.inside })}
      </Text>
      <RadioGroup value={value} onValueChange={(next) => onChange(next as People)}>
        {(["stay", "move"] as const).map((one) => (
          <div key={one} className="flex items-start gap-x-3">
            <RadioGroup.Item id={`people-${one}`} value={one} className="shrink-0" />
            <Label htmlFor={`people-${one}`} className="flex flex-col gap-y-0.5">
              <Text size="small" weight="plus">
                {text(one === "stay" ? "automations.publishStay" : "automations.publishMove")}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {text(one === "stay" ? "automations.publishStayHint" : "automations.publishMoveHint")}
                {one === "move" &&
                  ` ${text("automations.publishMoveCount", {
                    kept: format.number(inside.if_moved.go_on),
                    ended: format.number(inside.if_moved.leave),
                  })}`}
              </Text>
            </Label>
          </div>
        ))}
      </RadioGroup>
    </div>
  )
}
