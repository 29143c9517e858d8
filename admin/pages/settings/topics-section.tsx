import { Badge, Button, Drawer, Input, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Topic } from "../../parts/api/contacts"
import { Field } from "../../parts/field"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** What people subscribe to (F17). */
export function TopicsSection() {
  const text = useText()
  const format = useFormat()
  const [edited, setEdited] = useState<Topic | "new" | null>(null)
  const topics = useRead<{ topics: Topic[] }>("/topics")
  return (
    <Section
      title={text("settings.section.topics")}
      hint={text("topics.hint")}
      actions={
        <ActionButton needs="edit" onClick={() => setEdited("new")}>
          {text("topics.add")}
        </ActionButton>
      }
    >
      <WhenRead read={topics}>
        {(data) => (
          <PagedTable
            rows={data.topics}
            keyOf={(topic) => topic.id}
            onRow={setEdited}
            columns={[
              {
                key: "name",
                head: text("topics.name"),
                cell: (topic) => (
                  <span className="flex items-center gap-x-2">
                    <span className="text-ui-fg-base">{topic.name}</span>
                    {topic.visibility === "internal" && <Badge size="2xsmall">{text("topics.internal")}</Badge>}
                    {topic.is_archived && <Badge size="2xsmall">{text("topics.archived")}</Badge>}
                  </span>
                ),
              },
              {
                key: "description",
                head: text("topics.description"),
                width: "max-w-[360px] truncate",
                cell: (topic) => topic.description ?? "–",
              },
              {
                key: "subscribers",
                head: text("topics.subscribers"),
                align: "right",
                cell: (topic) => format.number(topic.subscribers),
              },
            ]}
          />
        )}
      </WhenRead>
      {edited && (
        <TopicDrawer
          key={edited === "new" ? "new" : edited.id}
          topic={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}

type TopicInput = { name: string; description: string; visibility: Topic["visibility"]; is_archived?: boolean }

function TopicDrawer({ topic, onClose }: { topic: Topic | null; onClose: () => void }) {
  const text = useText()
  const [input, setInput] = useState<TopicInput>({
    name: topic?.name ?? "",
    description: topic?.description ?? "",
    visibility: topic?.visibility ?? "public",
    ...(topic && { is_archived: topic.is_archived }),
  })
  const [problem, setProblem] = useState<string | null>(null)
  const save = useChange<TopicInput>(topic ? `/topics/${topic.id}` : "/topics", {
    done: text("common.saved"),
    onDone: onClose,
    onRefused: setProblem,
  })
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{topic?.name ?? text("topics.add")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-5">
          <Field label={text("topics.name")} error={problem}>
            {(id) => (
              <Input
                id={id}
                value={input.name}
                onChange={(event) => setInput({ ...input, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={text("topics.description")} hint={text("topics.descriptionHint")}>
            {(id) => (
              <Textarea
                id={id}
                rows={3}
                value={input.description}
                onChange={(event) => setInput({ ...input, description: event.target.value })}
              />
            )}
          </Field>
          <SwitchField
            label={text("topics.public")}
            hint={text("topics.publicHint")}
            isOn={input.visibility === "public"}
            onChange={(isOn) => setInput({ ...input, visibility: isOn ? "public" : "internal" })}
          />
          {topic && (
            <SwitchField
              label={text("topics.archive")}
              hint={text("topics.archiveHint")}
              isOn={input.is_archived ?? false}
              onChange={(is_archived) => setInput({ ...input, is_archived })}
            />
          )}
          {topic && (
            <Text size="small" className="text-ui-fg-muted">
              {topic.slug}
            </Text>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {text("common.cancel")}
            </Button>
          </Drawer.Close>
          <ActionButton
            needs="edit"
            variant="primary"
            disabled={!input.name.trim()}
            isLoading={save.isPending}
            onClick={() => save.mutate(input)}
          >
            {text("common.save")}
          </ActionButton>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
