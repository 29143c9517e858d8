import { Badge, Container, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { ruleSchema, type Rule } from "../../../src/core/segments/rule"
import { segmentSentence } from "../../../src/core/segments/segment-sentence"
import { ActionButton } from "../../parts/action-button"
import type { Segment } from "../../parts/api/segments"
import { Field } from "../../parts/field"
import { PageHead } from "../../parts/page-head"
import { Section } from "../../parts/section"
import { useLeaveGuard } from "../../parts/use-leave-guard"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { withAdded, withClause, withMatch } from "./edit-rule"
import { GroupEditor, type Editing } from "./group-editor"
import { PreviewCard } from "./preview-card"
import { CopyToList, DeleteSegment } from "./segment-actions"
import { UsedBy } from "./used-by"
import { useChoices, useSpeaker } from "./use-speaker"
import { WhyCard } from "./why-card"

/** The rule, the sentence that it is, who it finds and why: all of what is on the screen, saved or not. */
export function RuleSegment({ segment }: { segment: Segment & { rule: Rule } }) {
  const text = useText()
  const { edit: canEdit } = useRights()
  // What this screen began with: when somebody else saves meanwhile, it is refused at saving, and nothing typed is lost.
  const [base, setBase] = useState(segment)
  const [name, setName] = useState(segment.name)
  const [rule, setRule] = useState<Rule>(segment.rule)
  const [open, setOpen] = useState<string | null>(null)
  const all = useChoices()
  const choices = { ...all, segments: all.segments.filter(({ id }) => id !== segment.id) }
  const speaker = useSpeaker(rule, all)
  const isComplete = ruleSchema.safeParse(rule).success
  const isChanged = name !== base.name || JSON.stringify(rule) !== JSON.stringify(base.rule)
  const save = useChange<{ name: string; rule: Rule; revision: number }, { segment: Segment }>(
    `/segments/${segment.id}`,
    {
      done: text("common.saved"),
      onDone: ({ segment: saved }, sent) => {
        // Not the rule as it came back: the database sorts the keys of JSON, and it would look like another one.
        setBase({ ...saved, rule: sent.rule })
        setName(saved.name)
        setOpen(null)
      },
    },
  )
  useLeaveGuard(isChanged, async () => false)
  const editing: Editing = {
    choices,
    speaker,
    canEdit,
    open,
    setOpen,
    change: (path, clause) => setRule((now) => withClause(now, path, clause)),
    add: (path, clause) => setRule((now) => withAdded(now, path, clause)),
    match: (path, match) => setRule((now) => withMatch(now, path, match)),
  }
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={name || segment.name}
        hint={segmentSentence(rule, speaker)}
        actions={
          <>
            {isChanged && <Badge size="2xsmall">{text("segments.unsaved")}</Badge>}
            <DeleteSegment segment={segment} />
            <CopyToList segment={segment} whyDisabled={isChanged ? text("common.saveFirst") : null} />
            <ActionButton
              needs="edit"
              variant="primary"
              disabled={!isChanged}
              whyDisabled={isComplete ? null : text("segments.incomplete")}
              isLoading={save.isPending}
              onClick={() => save.mutate({ name, rule, revision: base.revision })}
            >
              {text("common.save")}
            </ActionButton>
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex flex-col gap-y-3">
          <Section title={text("segments.rule")}>
            <GroupEditor group={rule} path={[]} editing={editing} />
          </Section>
          <Container className="px-6 py-4">
            <Field label={text("segments.name")}>
              {(id) => (
                <Input
                  id={id}
                  size="small"
                  value={name}
                  disabled={!canEdit}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
          </Container>
        </div>
        <div className="flex flex-col gap-y-3">
          <PreviewCard rule={isComplete ? rule : null} />
          <WhyCard rule={isComplete ? rule : null} speaker={speaker} />
          {segment.used_by.length > 0 && (
            <Section title={text("segments.usedBy")}>
              <Text as="div" size="small" className="px-6 py-4">
                <UsedBy users={segment.used_by} />
              </Text>
            </Section>
          )}
        </div>
      </div>
    </div>
  )
}
