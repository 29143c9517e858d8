import { StatusBadge } from "@medusajs/ui"
import type { Notice } from "../../parts/api/actions"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** Where a notice stands, and what happened on the way. */
export function NoticeState({ notice }: { notice: Notice }) {
  const text = useText()
  const format = useFormat()
  const past = [
    notice.reminded_at && text("notices.reminded"),
    notice.escalated_at && text("notices.escalated"),
    notice.corrected_at && text("notices.corrected"),
  ].filter(Boolean)
  return (
    <div className="flex flex-col gap-y-1 py-1">
      <StatusBadge color={colourOf(notice)}>{sentence()}</StatusBadge>
      {past.length > 0 && <span className="txt-compact-xsmall text-ui-fg-muted">{past.join(", ")}</span>}
    </div>
  )

  function sentence(): string {
    if (notice.state === "collecting") return text("notices.goesAt", { at: format.dateTime(notice.send_at) })
    if (notice.state === "nothing_left") return text("notices.nothingLeft")
    if (notice.acknowledged_at) return text("notices.seen", { at: format.dateTime(notice.acknowledged_at) })
    return text(notice.asks_for_answer ? "notices.noAnswer" : "notices.sent")
  }
}

function colourOf({ state, asks_for_answer: asks, acknowledged_at: at }: Notice): "green" | "orange" | "grey" | "blue" {
  if (state === "collecting") return "blue"
  if (state === "nothing_left") return "grey"
  return asks && !at ? "orange" : "green"
}
