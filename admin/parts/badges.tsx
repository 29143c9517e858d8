import { StatusBadge, Tooltip } from "@medusajs/ui"
import { useWord } from "./use-text"

type Color = "green" | "red" | "blue" | "orange" | "grey" | "purple"

const STATUS: Record<string, Color> = {
  sent: "green",
  delivered: "green",
  open: "green",
  click: "green",
  queued: "blue",
  held: "orange",
  in_doubt: "orange",
  deferred: "orange",
  failed: "red",
  bounced: "red",
  bounce: "red",
  spam: "red",
  dropped: "grey",
  expired: "grey",
  cancelled: "grey",
  unsubscribed: "grey",
}

const MAILING: Record<string, Color> = {
  draft: "grey",
  scheduled: "purple",
  planning: "blue",
  sending: "blue",
  paused: "orange",
  sent: "green",
  stopped: "grey",
  failed: "red",
}

const EMAIL_STATE: Record<string, Color> = {
  active: "green",
  inactive: "orange",
  pending: "orange",
  unsubscribed: "red",
  bounced: "red",
  complained: "red",
  blocked: "red",
  no_address: "red",
  never_asked: "grey",
  erased: "grey",
}

/** A message's status; the reason, if any, on hover. */
export function MessageBadge({ status, reason }: { status: string; reason?: string | null }) {
  const word = useWord()
  const badge = (
    <StatusBadge color={STATUS[status] ?? "grey"} className="whitespace-nowrap">
      {word("words.status", status)}
    </StatusBadge>
  )
  return reason ? <Tooltip content={word("words.reason", reason)}>{badge}</Tooltip> : badge
}

export function MailingBadge({ state }: { state: string }) {
  const word = useWord()
  return <StatusBadge color={MAILING[state] ?? "grey"}>{word("words.mailingState", state)}</StatusBadge>
}

export function EmailStateBadge({ state }: { state: string }) {
  const word = useWord()
  return (
    <StatusBadge color={EMAIL_STATE[state] ?? "grey"} className="self-start">
      {word("words.marketing", state)}
    </StatusBadge>
  )
}
