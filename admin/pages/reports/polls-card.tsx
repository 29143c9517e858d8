import type { PollResult } from "../../parts/api/polls"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { ResultCard } from "../polls/result-card"

type Answered = { poll: { id: string; name: string; question: string }; result: PollResult }

/** What people answered by these mails; nothing where they asked nothing. */
export function PollsCard({ sourceId }: { sourceId: string }) {
  const text = useText()
  const { data } = useRead<{ polls: Answered[] }>(`/reports/${sourceId}/polls`, { refreshMs: 10_000 })
  return (
    <>
      {data?.polls.map(({ poll, result }) => (
        <ResultCard key={poll.id} title={text("polls.inReport", { question: poll.question })} result={result} />
      ))}
    </>
  )
}
