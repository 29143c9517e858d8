import { Button, FocusModal, Heading, Input, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { Segment } from "../../parts/api/segments"
import { ActionButton } from "../../parts/action-button"
import { Field } from "../../parts/field"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

export function DeleteSegment({ segment }: { segment: Segment }) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const remove = useChange(`/segments/${segment.id}`, {
    method: "DELETE",
    done: text("segments.deleted"),
    onDone: () => navigate("/mailroom/segments"),
  })
  const ask = async () => {
    const isSure = await prompt({
      title: text("segments.deleteTitle", { name: segment.name }),
      description: text("segments.deleteDescription"),
      confirmText: text("segments.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }
  return (
    <ActionButton needs="edit" isLoading={remove.isPending} onClick={() => void ask()}>
      {text("segments.delete")}
    </ActionButton>
  )
}

/** A list of who is in it now. */
export function CopyToList({ segment, whyDisabled }: { segment: Segment; whyDisabled: string | null }) {
  const text = useText()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState("")
  const copy = useChange<{ name: string }, { segment: Segment }>(`/segments/${segment.id}/copy-to-list`, {
    done: text("segments.copied"),
    onDone: ({ segment: made }) => navigate(`/mailroom/segments/${made.id}`),
  })
  return (
    <>
      <ActionButton needs="edit" whyDisabled={whyDisabled} onClick={() => setOpen(true)}>
        {text("segments.copy")}
      </ActionButton>
      <FocusModal open={isOpen} onOpenChange={setOpen}>
        <FocusModal.Content>
          <FocusModal.Header>
            <Button
              size="small"
              disabled={name.trim() === ""}
              isLoading={copy.isPending}
              onClick={() => copy.mutate({ name })}
            >
              {text("segments.copy")}
            </Button>
          </FocusModal.Header>
          <FocusModal.Body className="mx-auto flex w-full max-w-lg flex-col gap-y-6 py-16">
            <FocusModal.Title asChild>
              <Heading>{text("segments.copyTitle")}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text className="text-ui-fg-subtle">{text("segments.copyHint")}</Text>
            </FocusModal.Description>
            <Field label={text("segments.name")}>
              {(id) => <Input id={id} value={name} onChange={(event) => setName(event.target.value)} />}
            </Field>
          </FocusModal.Body>
        </FocusModal.Content>
      </FocusModal>
    </>
  )
}
