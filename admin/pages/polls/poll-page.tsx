import { usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate, useParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { PollWithResult } from "../../parts/api/polls"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AnsweredSegment } from "./answered-segment"
import { PollDrawer } from "./poll-drawer"
import { PollFacts } from "./poll-facts"
import { PollPeople } from "./poll-people"
import { ResultCard } from "./result-card"

/** One poll: what it asks, what people answered, who they are, and where it stands. */
export default function PollPage() {
  const { id } = useParams()
  const read = useRead<{ poll: PollWithResult }>(`/polls/${id}`, { refreshMs: 10_000 })
  return (
    <WhenRead read={read} loading={<LoadingPage cards={3} />}>
      {({ poll }) => <Page poll={poll} />}
    </WhenRead>
  )
}

function Page({ poll }: { poll: PollWithResult }) {
  const text = useText()
  const [isEdited, setEdited] = useState(false)
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={poll.name}
        hint={poll.question}
        back={{ to: "/mailroom/polls", label: text("polls.back") }}
        actions={
          <>
            <RemoveButton poll={poll} />
            <AnsweredSegment poll={poll} />
            <ActionButton needs="edit" onClick={() => setEdited(true)}>
              {text("common.edit")}
            </ActionButton>
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-2">
        <ResultCard title={text("polls.result")} result={poll.result} sources={poll.result.sources} />
        <PollFacts poll={poll} />
      </div>
      <PollPeople poll={poll} />
      {isEdited && <PollDrawer poll={poll} onClose={() => setEdited(false)} onSaved={() => setEdited(false)} />}
    </div>
  )
}

function RemoveButton({ poll }: { poll: PollWithResult }) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const remove = useChange<void>(`/polls/${poll.id}`, {
    method: "DELETE",
    done: text("polls.removed"),
    onDone: () => navigate("/mailroom/polls"),
  })
  async function ask() {
    const isSure = await prompt({
      title: text("polls.removeTitle", { name: poll.name }),
      description: text("polls.removeDescription", { count: poll.people }),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }
  return (
    <ActionButton needs="edit" variant="transparent" isLoading={remove.isPending} onClick={() => void ask()}>
      {text("common.delete")}
    </ActionButton>
  )
}
