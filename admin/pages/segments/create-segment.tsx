import { Button, FocusModal, Heading, Input, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Segment } from "../../parts/api/segments"
import { Field } from "../../parts/field"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

const KINDS = ["rule", "list"] as const

/** A name and how people get in; the rest is said on its page. */
export function CreateSegment() {
  const text = useText()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState("")
  const [kind, setKind] = useState<Segment["kind"]>("rule")
  const [refusal, setRefusal] = useState<string | null>(null)
  const create = useChange<{ name: string; kind: Segment["kind"] }, { segment: Segment }>("/segments", {
    done: text("segments.created"),
    onDone: ({ segment }) => navigate(`/mailroom/segments/${segment.id}`),
    onRefused: setRefusal,
  })
  return (
    <>
      <ActionButton needs="edit" variant="primary" onClick={() => setOpen(true)}>
        {text("segments.create")}
      </ActionButton>
      <FocusModal open={isOpen} onOpenChange={setOpen}>
        <FocusModal.Content>
          <FocusModal.Header>
            <Button
              size="small"
              disabled={name.trim() === ""}
              isLoading={create.isPending}
              onClick={() => create.mutate({ name, kind })}
            >
              {text("segments.create")}
            </Button>
          </FocusModal.Header>
          <FocusModal.Body className="mx-auto flex w-full max-w-lg flex-col gap-y-6 py-16">
            <FocusModal.Title asChild>
              <Heading>{text("segments.create")}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text className="text-ui-fg-subtle">{text("segments.createHint")}</Text>
            </FocusModal.Description>
            <Field label={text("segments.name")} error={refusal}>
              {(id) => (
                <Input
                  id={id}
                  autoFocus
                  value={name}
                  placeholder={text("segments.namePlaceholder")}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Field label={text("segments.kind")}>
              {(id) => (
                <RadioGroup id={id} value={kind} onValueChange={(next) => setKind(next as Segment["kind"])}>
                  {KINDS.map((one) => (
                    <RadioGroup.ChoiceBox
                      key={one}
                      value={one}
                      label={text(`segments.kinds.${one}`)}
                      description={text(`segments.kindHint.${one}`)}
                    />
                  ))}
                </RadioGroup>
              )}
            </Field>
          </FocusModal.Body>
        </FocusModal.Content>
      </FocusModal>
    </>
  )
}
