import { Badge, Container } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { ActionTabs } from "../../parts/action-tabs"
import type { Webhook } from "../../parts/api/actions"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { WebhookDrawer } from "./webhook-drawer"

/** Where automations tell something to other systems. */
export default function WebhooksPage() {
  const text = useText()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const read = useRead<{ webhooks: Webhook[] }>("/webhooks")
  const columns = useColumns()
  const open = ({ id }: { id: string }) => navigate(`/mailroom/webhooks/${id}`)
  const addButton = (
    <ActionButton needs="edit" variant="primary" onClick={() => setNew(true)}>
      {text("webhooks.add")}
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <ActionTabs />
      <PageHead title={text("webhooks.title")} hint={text("webhooks.hint")} actions={addButton} />
      <Container className="overflow-hidden p-0">
        <WhenRead read={read}>
          {({ webhooks }) =>
            webhooks.length === 0 ? (
              <EmptyState title={text("webhooks.empty")} hint={text("webhooks.emptyHint")} action={addButton} />
            ) : (
              <PagedTable rows={webhooks} keyOf={({ id }) => id} onRow={open} columns={columns} />
            )
          }
        </WhenRead>
      </Container>
      {isNew && <WebhookDrawer webhook={null} onClose={() => setNew(false)} onSaved={open} />}
    </div>
  )
}

function useColumns(): Column<Webhook>[] {
  const text = useText()
  const format = useFormat()
  return [
    {
      key: "name",
      head: text("webhooks.name"),
      cell: ({ name }) => <span className="text-ui-fg-base whitespace-nowrap">{name}</span>,
    },
    { key: "url", head: text("webhooks.url"), width: "max-w-[360px] truncate", cell: ({ url }) => url },
    {
      key: "done",
      head: text("webhooks.done"),
      align: "right",
      cell: ({ done_7d: done }) => format.number(done),
    },
    {
      key: "failed",
      head: text("webhooks.failed"),
      align: "right",
      cell: ({ failed_7d: failed }) =>
        failed > 0 ? (
          <Badge size="2xsmall" color="orange">
            {format.number(failed)}
          </Badge>
        ) : (
          "0"
        ),
    },
    {
      key: "last",
      head: text("webhooks.last"),
      cell: ({ last_at: at }) => (at ? format.ago(at) : text("common.never")),
    },
  ]
}
