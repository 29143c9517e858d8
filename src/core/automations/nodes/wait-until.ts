import { z } from "zod"
import { instantOf } from "../../mailings/local-time"
import { isOpen, spanAt, windowSchema } from "../../mailings/sending-window"
import { nodeKind, type Asked, type Decision } from "../node-kind"

const schema = z.discriminatedUnion("until", [
  /** A day and time as clocks show it where the person lives: "2026-12-24T10:00". */
  z.object({
    until: z.literal("date"),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "a day and time such as 2026-12-24T10:00"),
  }),
  /** The next moment within these hours and weekdays, by the person's clock. */
  z.object({ until: z.literal("window"), window: windowSchema }),
])
export type WaitUntilSettings = z.infer<typeof schema>

/** Rests until a moment of the calendar, in the person's own time zone, else the shop's. What is past is not waited for. */
export const waitUntil = nodeKind({
  kind: "wait_until",
  group: "flow",
  settings: schema,
  defaults: { until: "window", window: { hours: { from: 9, to: 12 }, days: [1, 2, 3, 4, 5] } },
  // It may be that moment already, so a circle through it alone would not end.
  rests: false,
  exitsOf: () => ["next"],
  decide,
})

function decide({ settings, know, now }: Asked<WaitUntilSettings>): Decision {
  const person = know({ about: "person" })
  if (!person) return { ask: [{ about: "person" }] }
  const zone = person.timeZone
  if (settings.until === "window") {
    if (isOpen(settings.window, now, zone)) return { go: "next" }
    return { wait: spanAt(settings.window, now, zone, zone).from, then: "next" }
  }
  const at = instantOf(settings.date, zone, "UTC")
  return at <= now ? { go: "next" } : { wait: at, then: "next" }
}
