import { Button, FocusModal, Heading, Hint, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ActionButton } from "../../parts/action-button"
import type { CustomAction, CustomActionInput } from "../../parts/api/automations"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { CustomActionForm } from "./custom-action-form"
import { Trial } from "./trial"

/** Its mail speaks the language of who makes it, until another one is chosen. */
const blank = (locale: string): CustomActionInput => ({
  name: "",
  is_on: false,
  trigger: { kind: "order.placed", settings: {}, filters: [], reentry: { rule: "per_occurrence" } },
  match: { kind: "product", ids: [] },
  webhook_id: null,
  recipients: [{ field: "to", by: "address", value: "" }],
  heading: "",
  text: "",
  with_shopper: false,
  with_prices: false,
  locale,
  is_tracked: false,
  is_copy_kept: true,
  collect_minutes: 0,
  group_by: "recipient",
  attach: "none",
  acknowledge: null,
})

type Props = { action: CustomAction | null; onClose: () => void }

/** Create and edit in one form; a saved one can be tried with the last real order. */
export function CustomActionModal({ action, onClose }: Props) {
  const text = useText()
  const prompt = usePrompt()
  const { i18n } = useTranslation()
  const fresh = blank(i18n.language?.startsWith("de") ? "de" : "en")
  const [saved, setSaved] = useState(action)
  const [input, setInput] = useState<CustomActionInput>(action ? inputOf(action) : fresh)
  const [problem, setProblem] = useState<string | null>(null)
  const save = useChange<CustomActionInput, { custom_action: CustomAction }>(
    saved ? `/custom-actions/${saved.id}` : "/custom-actions",
    {
      done: text("common.saved"),
      onDone: (answer) => {
        setSaved(answer.custom_action)
        // The server's version counts: it trims and orders, and "unsaved" is a difference from it.
        setInput(inputOf(answer.custom_action))
        setProblem(null)
      },
      onRefused: setProblem,
    },
  )
  const remove = useChange<void>(`/custom-actions/${saved?.id}`, {
    method: "DELETE",
    done: text("actions.deleted"),
    onDone: onClose,
  })

  const isDirty = JSON.stringify(input) !== JSON.stringify(saved ? inputOf(saved) : fresh)

  async function askToClose() {
    const isSure =
      !isDirty ||
      (await prompt({
        title: text("actions.leaveTitle"),
        description: text("actions.leaveDescription"),
        confirmText: text("editor.leave.confirm"),
        cancelText: text("editor.leave.stay"),
      }))
    if (isSure) onClose()
  }

  async function askToDelete() {
    const isSure = await prompt({
      title: text("actions.deleteTitle"),
      description: text("actions.deleteDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }

  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && void askToClose()}>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
          <div className="flex w-full max-w-2xl flex-col gap-y-8 px-2 py-12">
            <div>
              <FocusModal.Title asChild>
                <Heading>{text(saved ? "actions.editTitle" : "actions.createTitle")}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {text("actions.formHint")}
                </Text>
              </FocusModal.Description>
            </div>
            <CustomActionForm input={input} onChange={setInput} />
            {problem && <Hint variant="error">{problem}</Hint>}
            {saved && <Trial actionId={saved.id} isDirty={isDirty} />}
          </div>
        </FocusModal.Body>
        <FocusModal.Footer>
          {saved && (
            <ActionButton needs="edit" variant="transparent" onClick={() => void askToDelete()}>
              {text("common.delete")}
            </ActionButton>
          )}
          <Button size="small" variant="secondary" onClick={() => void askToClose()}>
            {text("common.close")}
          </Button>
          <ActionButton needs="edit" variant="primary" isLoading={save.isPending} onClick={() => save.mutate(input)}>
            {text("common.save")}
          </ActionButton>
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}

function inputOf(action: CustomAction): CustomActionInput {
  const { id: _id, created_at: _made, updated_at: _changed, switched_on_at: _on, figures: _figures, ...input } = action
  return input
}
