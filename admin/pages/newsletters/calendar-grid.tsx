import { clx } from "@medusajs/ui"
import { useEffect, useRef, type KeyboardEvent } from "react"
import { Link, useNavigate } from "react-router-dom"
import { addDays, addMonths, type Day } from "../../../src/core/mailings/calendar-days"
import type { MailingState } from "../../parts/api/mailings"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { useWeekdays } from "../../parts/use-window"

export type CalendarEntry = {
  id: string
  name: string
  kind: string
  state: MailingState
  topic_name: string | null
  /** In the shop's time zone. */
  day: Day
  time: string
  is_planned: boolean
  audience: number | null
}

type Props = {
  weeks: Day[][]
  day: Day
  today: Day
  isWeek: boolean
  entries: CalendarEntry[]
  onDay: (day: Day) => void
  /** All of a day that has more than the month shows. */
  onMore: (day: Day) => void
}

const SHOWN_IN_MONTH = 3

/** In the colours of the badges; the state is said, too. */
const BLUE = "bg-ui-tag-blue-bg text-ui-tag-blue-text"
const LOOK: Partial<Record<MailingState, string>> = {
  planning: BLUE,
  sending: BLUE,
  paused: "bg-ui-tag-orange-bg text-ui-tag-orange-text",
  sent: "bg-ui-tag-green-bg text-ui-tag-green-text",
  stopped: "bg-ui-tag-neutral-bg text-ui-tag-neutral-text",
  failed: "bg-ui-tag-red-bg text-ui-tag-red-text",
}

/** Days as the cells of a grid; one of them can be tabbed to, the arrow keys go on from there. */
export function CalendarGrid({ weeks, day, today, isWeek, entries, onDay, onMore }: Props) {
  const text = useText()
  const names = useWeekdays(isWeek ? "long" : "short")
  const navigate = useNavigate()
  const focused = useRef<HTMLDivElement>(null)
  const byKey = useRef(false)
  useEffect(() => {
    if (byKey.current) focused.current?.focus()
    byKey.current = false
  }, [day])

  function press(event: KeyboardEvent) {
    const next = targetOf(event.key, day)
    const [first] = entries.filter((entry) => entry.day === day)
    if (event.key === "Enter" && event.target === focused.current && first)
      navigate(`/mailroom/newsletters/${first.id}`)
    if (next === null) return
    event.preventDefault()
    byKey.current = true
    onDay(next)
  }

  return (
    <div
      role="grid"
      aria-label={text("schedule.calendar.grid")}
      aria-description={text("schedule.calendar.keys")}
      onKeyDown={press}
    >
      <div role="row" className="grid grid-cols-7 border-b">
        {names.map((name) => (
          <div key={name} role="columnheader" className="txt-compact-small-plus text-ui-fg-subtle px-2 py-2">
            {name}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className="grid grid-cols-7 divide-x border-b last:border-b-0">
          {week.map((one) => (
            <div
              key={one}
              ref={one === day ? focused : undefined}
              role="gridcell"
              aria-selected={one === day}
              tabIndex={one === day ? 0 : -1}
              onClick={() => onDay(one)}
              className={clx(
                "focus-visible:shadow-borders-interactive-with-focus flex min-w-0 flex-col gap-y-1 p-1.5 outline-none",
                isWeek ? "min-h-80" : "min-h-28",
                one.slice(0, 7) !== day.slice(0, 7) && !isWeek && "bg-ui-bg-subtle",
              )}
            >
              <DayNumber day={one} isToday={one === today} />
              <Entries
                entries={entries.filter((entry) => entry.day === one)}
                most={isWeek ? 50 : SHOWN_IN_MONTH}
                onMore={() => onMore(one)}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function DayNumber({ day, isToday }: { day: Day; isToday: boolean }) {
  const format = useFormat()
  return (
    <span
      aria-label={format.day(day)}
      className={clx(
        "txt-compact-small flex h-6 min-w-6 items-center justify-center self-start rounded-full px-1",
        isToday ? "bg-ui-bg-interactive text-ui-fg-on-color" : "text-ui-fg-subtle",
      )}
    >
      {Number(day.slice(8))}
    </span>
  )
}

function Entries({ entries, most, onMore }: { entries: CalendarEntry[]; most: number; onMore: () => void }) {
  const text = useText()
  return (
    <>
      {entries.slice(0, most).map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {entries.length > most && (
        <button
          type="button"
          onClick={(event) => {
            event.stopPropagation()
            onMore()
          }}
          className="txt-compact-xsmall text-ui-fg-interactive px-1.5 text-left"
        >
          {text("schedule.calendar.more", { count: entries.length - most })}
        </button>
      )}
    </>
  )
}

function Entry({ entry }: { entry: CalendarEntry }) {
  const word = useWord()
  const { id, name, state, time, is_planned } = entry
  const said = `${time} ${name}, ${word("words.mailingState", state)}`
  return (
    <Link
      to={`/mailroom/newsletters/${id}`}
      title={said}
      aria-label={said}
      className={clx(
        "txt-compact-xsmall block truncate rounded px-1.5 py-1",
        is_planned ? "border-ui-border-interactive text-ui-fg-base border border-dashed" : LOOK[state],
      )}
    >
      <span className="font-medium tabular-nums">{time}</span> {name}
    </Link>
  )
}

function targetOf(key: string, day: Day): Day | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1)
    case "ArrowRight":
      return addDays(day, 1)
    case "ArrowUp":
      return addDays(day, -7)
    case "ArrowDown":
      return addDays(day, 7)
    case "PageUp":
      return addMonths(day, -1)
    case "PageDown":
      return addMonths(day, 1)
    default:
      return null
  }
}
