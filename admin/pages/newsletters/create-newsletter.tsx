import { Button, FocusModal, Heading, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { ComposedKind, Mailing, MailingInput } from "../../parts/api/mailings"
import { sentenceOf } from "../../parts/error-sentence"
import { Field } from "../../parts/field"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { KindChoice } from "./audience-card"
import { BLANK, contentOfChoice, LayoutChoice } from "./layout-choice"
import { TopicChoice } from "./topic-choice"

/** Three questions, then the editor: what is it about, who asked for it, and what it begins with. */
export function CreateNewsletter() {
  const text = useText()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [subject, setSubject] = useState("")
  const [kind, setKind] = useState<ComposedKind>("newsletter")
  const [topicId, setTopicId] = useState<string | null>(null)
  const [layout, setLayout] = useState(BLANK)
  const create = useChange<Partial<MailingInput>, { mailing: Mailing }>("/mailings", {
    onDone: (answer) => navigate(`/mailroom/newsletters/${answer.mailing.id}`),
  })

  async function begin() {
    try {
      const { preheader, document } = await contentOfChoice(layout)
      create.mutate({ kind, subject: subject.trim(), topic_id: topicId, preheader, document })
    } catch (error) {
      toast.error(text("common.notDone"), { description: sentenceOf(error, text("common.somethingWentWrong")) })
    }
  }

  return (
    <>
      <ActionButton needs="edit" variant="primary" onClick={() => setOpen(true)}>
        {text("newsletters.create")}
      </ActionButton>
      <FocusModal open={isOpen} onOpenChange={setOpen}>
        <FocusModal.Content>
          <FocusModal.Header />
          <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
            <form
              id="create-newsletter"
              className="flex w-full max-w-3xl flex-col gap-y-6 px-2 py-16"
              onSubmit={(event) => {
                event.preventDefault()
                void begin()
              }}
            >
              <div>
                <FocusModal.Title asChild>
                  <Heading>{text("newsletters.createTitle")}</Heading>
                </FocusModal.Title>
                <FocusModal.Description asChild>
                  <Text size="small" className="text-ui-fg-subtle">
                    {text("newsletters.createHint")}
                  </Text>
                </FocusModal.Description>
              </div>
              <Field label={text("newsletters.subject")} hint={text("newsletters.subjectHint")}>
                {(id) => (
                  <Input id={id} autoFocus value={subject} onChange={(event) => setSubject(event.target.value)} />
                )}
              </Field>
              <KindChoice value={kind} onChange={setKind} />
              <TopicChoice value={topicId} isOptional={kind !== "newsletter"} onChange={setTopicId} />
              <LayoutChoice value={layout} onChange={setLayout} />
            </form>
          </FocusModal.Body>
          <FocusModal.Footer>
            <FocusModal.Close asChild>
              <Button size="small" variant="secondary">
                {text("common.cancel")}
              </Button>
            </FocusModal.Close>
            <Button
              size="small"
              type="submit"
              form="create-newsletter"
              isLoading={create.isPending}
              disabled={!subject.trim()}
            >
              {text("newsletters.write")}
            </Button>
          </FocusModal.Footer>
        </FocusModal.Content>
      </FocusModal>
    </>
  )
}
