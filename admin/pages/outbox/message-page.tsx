import { useParams } from "react-router-dom"
import type { OutboxMessage } from "../../parts/api/outbox"
import { MessageBadge } from "../../parts/badges"
import { PageHead } from "../../parts/page-head"
import { Star } from "../../parts/star"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { BodyCard } from "./body-card"
import { EventsCard } from "./events-card"
import { FactsCard } from "./facts-card"
import { LinksCard } from "./links-card"
import { MessageActions } from "./message-actions"
import { WhyCard } from "./why-card"

/** One mail: why it went or did not, what came back, what the server said, and what it looked like. */
export default function MessagePage() {
  const { id = "" } = useParams()
  const message = useRead<{ message: OutboxMessage }>(`/outbox/${id}`, { refreshMs: 5_000 })
  return (
    <WhenRead read={message} loading={<LoadingPage cards={3} />}>
      {(data) => <Message message={data.message} />}
    </WhenRead>
  )
}

function Message({ message }: { message: OutboxMessage }) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/outbox", label: text("menu.outbox") }}
        title={message.subject ?? message.source_name ?? text("common.noSubject")}
        hint={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{text("outbox.toWhom", { to: message.to ?? text("outbox.erased") })}</span>
            <MessageBadge status={message.shown_status} />
            <Star facts={message.star} />
          </span>
        }
        actions={<MessageActions message={message} />}
      />
      <div className="grid grid-cols-1 gap-3 xl:grid-cols-[minmax(0,2fr)_minmax(320px,1fr)]">
        <div className="flex min-w-0 flex-col gap-y-3">
          <WhyCard message={message} />
          <BodyCard message={message} />
        </div>
        <div className="flex min-w-0 flex-col gap-y-3">
          <EventsCard events={message.events} />
          <LinksCard message={message} />
          <FactsCard message={message} />
        </div>
      </div>
    </div>
  )
}
