import { Tooltip, clx } from "@medusajs/ui"
import type { StarFacts } from "./api/outbox"
import { useFormat } from "./use-format"
import { useText } from "./use-text"

/** Shape and word differ, not only the colour: crossed out, outline, filled, dotted (F36). */
const LOOK = {
  red: { isFilled: false, isCrossed: true, isDotted: false, tone: "text-ui-tag-red-icon" },
  grey: { isFilled: false, isCrossed: false, isDotted: false, tone: "text-ui-tag-neutral-icon" },
  green: { isFilled: true, isCrossed: false, isDotted: false, tone: "text-ui-tag-green-icon" },
  none: { isFilled: false, isCrossed: false, isDotted: true, tone: "text-ui-fg-muted" },
} as const

const OUTLINE = "M10 2.6l2.2 4.7 5.1.6-3.8 3.5 1 5.1L10 14l-4.5 2.5 1-5.1L2.7 7.9l5.1-.6z"

export function Star({ facts, withText = true }: { facts: StarFacts; withText?: boolean }) {
  const text = useText()
  const sentence = useSentence(facts)
  const colour = facts.colour ?? "none"
  const label = text(`star.${colour}`)
  return (
    <Tooltip content={sentence} maxWidth={280}>
      <span className="inline-flex items-center gap-x-1.5 align-middle" data-star={colour}>
        <StarShape colour={colour} />
        {withText ? (
          <span className="txt-compact-small text-ui-fg-subtle whitespace-nowrap">{label}</span>
        ) : (
          <span className="sr-only">{label}</span>
        )}
      </span>
    </Tooltip>
  )
}

export function StarShape({ colour }: { colour: keyof typeof LOOK }) {
  const look = LOOK[colour]
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" className={clx("shrink-0", look.tone)} aria-hidden="true">
      <path
        d={OUTLINE}
        fill={look.isFilled ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeDasharray={look.isDotted ? "1.5 2" : undefined}
      />
      {look.isCrossed && <path d="M3 3l14 14" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />}
    </svg>
  )
}

/** In the admin's own language where the key is known, otherwise the server's sentence. */
function useSentence(facts: StarFacts): string {
  const text = useText()
  const format = useFormat()
  const at = (iso: string | null) => (iso ? format.dateTime(iso) : "–")
  switch (facts.key) {
    case "opened":
      return text("star.because.opened", { first: at(facts.first_at), last: at(facts.last_at) })
    case "machine_open":
      return text("star.because.machine_open", { at: at(facts.first_at) })
    case "no_open_seen":
    case "track_off":
    case "no_tracking_consent":
    case "no_copy":
    case "anonymous":
    case "not_sent":
      return text(`star.because.${facts.key}`)
    default:
      return facts.text
  }
}
