import { Button } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import type { OrderCredit } from "../../parts/api/reports"
import type { OutboxRow } from "../../parts/api/outbox"
import { MessageTable } from "../../parts/message-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { OrderMailings } from "./linked-mailings"

/** On the order's page: every mail about this order. */
export function OrderMailsCard({ orderId }: { orderId: string }) {
  const text = useText()
  const navigate = useNavigate()
  const mails = useRead<{ messages: OutboxRow[] }>("/outbox", { query: { about: orderId, limit: 10 } })
  return (
    <Section
      title={text("order.mails")}
      hint={<Brought orderId={orderId} />}
      actions={
        <Button size="small" variant="secondary" onClick={() => navigate(`/mailroom/outbox?about=${orderId}`)}>
          {text("person.toOutbox")}
        </Button>
      }
    >
      <OrderMailings orderId={orderId} />
      <WhenRead read={mails}>
        {(data) =>
          data.messages.length === 0 ? (
            <EmptyState title={text("order.none")} hint={text("order.noneHint")} />
          ) : (
            <MessageTable
              rows={data.messages}
              withType={false}
              onOpen={(row) => navigate(`/mailroom/outbox/${row.id}`)}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}

/** The mail that this order counts for in the reports. */
function Brought({ orderId }: { orderId: string }) {
  const text = useText()
  const { data } = useRead<{ credit: OrderCredit | null }>(`/orders/${orderId}/credit`)
  if (!data?.credit) return null
  const { source_id: id, name, subject } = data.credit
  return (
    <>
      {text("order.broughtBy")}{" "}
      <Link to={`/mailroom/reports/${id}`} className="text-ui-fg-interactive">
        {name || subject || text("common.noSubject")}
      </Link>
    </>
  )
}
