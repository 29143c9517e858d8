import type { Poll } from "../../parts/api/polls"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** The question of the block's poll. */
export function PollSummary({ pollId }: { pollId: string | null }) {
  const text = useText()
  const { data } = useRead<{ polls: Poll[] }>("/polls", { enabled: pollId !== null })
  const poll = data?.polls.find(({ id }) => id === pollId)
  const isMissing = pollId === null || (data !== undefined && !poll)
  const said = poll?.question ?? (pollId === null ? text("editor.poll.choose") : data ? text("editor.poll.gone") : "…")
  return (
    <span className={`txt-compact-small block truncate ${isMissing ? "text-ui-fg-muted italic" : "text-ui-fg-base"}`}>
      {said}
    </span>
  )
}
