import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Poll } from "../../parts/api/polls"
import type { Segment } from "../../parts/api/segments"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** Everybody who answered as a segment, to be narrowed down there and written to. */
export function AnsweredSegment({ poll }: { poll: Poll }) {
  const text = useText()
  const navigate = useNavigate()
  const create = useChange<object, { segment: Segment }>("/segments", {
    onDone: ({ segment }) => navigate(`/mailroom/segments/${segment.id}`),
  })
  const rule = { version: 1, match: "all", rules: [{ kind: "poll", op: "answered", poll_id: poll.id }] }
  const name = text("polls.segmentName", { name: poll.name }).slice(0, 100)
  return (
    <ActionButton
      needs="edit"
      variant="secondary"
      isLoading={create.isPending}
      onClick={() => create.mutate({ name, kind: "rule", rule })}
    >
      {text("polls.makeSegment")}
    </ActionButton>
  )
}
