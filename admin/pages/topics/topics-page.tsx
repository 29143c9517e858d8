import { ArrowDownMini, ArrowUpMini } from "@medusajs/icons"
import { Badge, Container, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { OwnedTopic } from "../../parts/api/consent"
import { AudienceTabs } from "../../parts/audience-tabs"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { TopicDrawer } from "./topic-drawer"

/** What people subscribe to (F17): made, ordered, translated and archived. */
export default function TopicsPage() {
  const text = useText()
  const [edited, setEdited] = useState<OwnedTopic | "new" | null>(null)
  const topics = useRead<{ topics: OwnedTopic[] }>("/topics")
  const columns = useColumns(topics.data?.topics ?? [])
  return (
    <div className="flex flex-col gap-y-3">
      <AudienceTabs />
      <PageHead
        title={text("topicPage.title")}
        hint={text("topicPage.hint")}
        actions={
          <ActionButton needs="edit" variant="primary" onClick={() => setEdited("new")}>
            {text("topics.add")}
          </ActionButton>
        }
      />
      <Container className="overflow-hidden p-0">
        <WhenRead read={topics}>
          {(data) => <PagedTable rows={data.topics} keyOf={(topic) => topic.id} onRow={setEdited} columns={columns} />}
        </WhenRead>
      </Container>
      {edited && (
        <TopicDrawer
          key={edited === "new" ? "new" : edited.id}
          topic={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}

function useColumns(topics: OwnedTopic[]): Column<OwnedTopic>[] {
  const text = useText()
  const format = useFormat()
  return [
    { key: "move", head: "", cell: (topic) => <Mover topic={topic} topics={topics} /> },
    { key: "name", head: text("topics.name"), cell: (topic) => <Name topic={topic} /> },
    {
      key: "description",
      head: text("topics.description"),
      width: "max-w-[320px] truncate",
      cell: (topic) => topic.description ?? "–",
    },
    {
      key: "optIn",
      head: text("topicPage.optIn"),
      cell: (topic) => text(topic.is_double_opt_in ? "topicPage.double" : "topicPage.single"),
    },
    {
      key: "use",
      head: text("topicPage.use"),
      cell: (topic) => (topic.mailings > 0 ? text("topicPage.mailings", { count: topic.mailings }) : "–"),
    },
    {
      key: "subscribers",
      head: text("topics.subscribers"),
      align: "right",
      cell: (topic) => format.number(topic.subscribers),
    },
  ]
}

function Name({ topic }: { topic: OwnedTopic }) {
  const text = useText()
  return (
    <span className="flex items-center gap-x-2 whitespace-nowrap">
      <span className="text-ui-fg-base">{topic.name}</span>
      {topic.visibility === "internal" && <Badge size="2xsmall">{text("topics.internal")}</Badge>}
      {topic.is_default_on && (
        <Badge size="2xsmall" color="blue">
          {text("topicPage.defaultOn")}
        </Badge>
      )}
      {topic.is_archived && <Badge size="2xsmall">{text("topics.archived")}</Badge>}
    </span>
  )
}

/** Up and down by mouse and keyboard; the row itself must not open meanwhile. */
function Mover({ topic, topics }: { topic: OwnedTopic; topics: OwnedTopic[] }) {
  const text = useText()
  const order = useChange<{ ids: string[] }>("/topics/order")
  const ids = topics.filter((one) => !one.is_archived).map(({ id }) => id)
  const place = ids.indexOf(topic.id)
  if (place < 0) return null
  const move = (to: number) => {
    const moved = ids.filter((id) => id !== topic.id)
    moved.splice(to, 0, topic.id)
    order.mutate({ ids: moved })
  }
  return (
    <span
      className="flex gap-x-1"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <IconButton
        size="2xsmall"
        variant="transparent"
        aria-label={text("topicPage.up", { name: topic.name })}
        disabled={place === 0 || order.isPending}
        onClick={() => move(place - 1)}
      >
        <ArrowUpMini />
      </IconButton>
      <IconButton
        size="2xsmall"
        variant="transparent"
        aria-label={text("topicPage.down", { name: topic.name })}
        disabled={place === ids.length - 1 || order.isPending}
        onClick={() => move(place + 1)}
      >
        <ArrowDownMini />
      </IconButton>
    </span>
  )
}
