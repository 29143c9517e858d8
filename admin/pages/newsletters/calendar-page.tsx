import { ChevronLeft, ChevronRight } from "@medusajs/icons"
import { Button, Container, IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import { addDays, addMonths, monthOf, weekOf, type Day } from "../../../src/core/mailings/calendar-days"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { CalendarGrid, type CalendarEntry } from "./calendar-grid"

type Span = "month" | "week"
type CalendarAnswer = { time_zone: string; mailings: CalendarEntry[] }

/** What was sent and what is planned, day by day. */
export default function CalendarPage() {
  const text = useText()
  const format = useFormat()
  const [span, setSpan] = useState<Span>("month")
  const [day, setDay] = useState<Day>(() => today())
  const weeks = span === "month" ? monthOf(day) : [weekOf(day)]
  const from = weeks[0]![0]!
  const to = weeks.at(-1)![6]!
  const calendar = useRead<CalendarAnswer>("/mailings/calendar", { query: { from, to }, refreshMs: 30_000 })
  const step = (count: number) => setDay(span === "month" ? addMonths(day, count) : addDays(day, 7 * count))
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/newsletters", label: text("menu.newsletters") }}
        title={text("schedule.calendar.title")}
        hint={calendar.data && text("schedule.calendar.hint", { zone: calendar.data.time_zone })}
      />
      <Container className="divide-y overflow-hidden p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div className="flex items-center gap-x-2">
            <IconButton size="small" aria-label={text("schedule.calendar.before")} onClick={() => step(-1)}>
              <ChevronLeft />
            </IconButton>
            <IconButton size="small" aria-label={text("schedule.calendar.after")} onClick={() => step(1)}>
              <ChevronRight />
            </IconButton>
            <Text weight="plus" className="ml-2 min-w-40 capitalize" aria-live="polite">
              {span === "month" ? format.month(day) : `${format.day(from)} – ${format.day(to)}`}
            </Text>
          </div>
          <div className="flex items-center gap-x-2">
            <Button size="small" variant="secondary" onClick={() => setDay(today(calendar.data?.time_zone))}>
              {text("schedule.calendar.today")}
            </Button>
            <div className="w-32">
              <Choice
                size="small"
                label={text("schedule.calendar.title")}
                value={span}
                onChange={(chosen) => setSpan(chosen as Span)}
                options={[
                  { value: "month", label: text("schedule.calendar.month") },
                  { value: "week", label: text("schedule.calendar.week") },
                ]}
              />
            </div>
          </div>
        </div>
        <WhenRead read={calendar} loading={<LoadingRows />}>
          {({ mailings }) => (
            <>
              <CalendarGrid
                weeks={weeks}
                day={day}
                today={today(calendar.data?.time_zone)}
                isWeek={span === "week"}
                entries={mailings}
                onDay={setDay}
                onMore={(one) => {
                  setDay(one)
                  setSpan("week")
                }}
              />
              {mailings.length === 0 && (
                <Text size="small" className="text-ui-fg-muted px-6 py-3">
                  {text("schedule.calendar.empty")}
                </Text>
              )}
            </>
          )}
        </WhenRead>
      </Container>
    </div>
  )
}

/** By the shop's clock; by the browser's until it is known. */
function today(timeZone?: string): Day {
  // Sweden writes days as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date())
}
