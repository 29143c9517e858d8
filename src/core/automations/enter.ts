import type { AutomationSettings } from "./automation-settings"
import type { AutomationTrigger, Reentry } from "./definition"
import { filterKindOf } from "./filters/kinds"
import { lot } from "./lot"
import type { Know, Question } from "./questions"
import type { Saw } from "./saw"
import type { WayReason } from "./way-reasons"

export type Entry =
  | { enters: true }
  | { enters: false; reason: WayReason; verdict: "not_entered" | "control"; saw: Saw }
  | { ask: Question[] }
  /** Of an earlier occurrence of the same person it is not known yet whether it enters. */
  | { later: Date }

type Coming = {
  trigger: AutomationTrigger
  automation: { id: string; settings: AutomationSettings }
  know: Know
  now: Date
}

const DAY_MS = 86_400_000

/** Whether somebody for whom the trigger went off gets in: by its filters, the re-entry rule and the control group. */
export function enter(coming: Coming): Entry {
  const filtered = byFilters(coming)
  if (filtered) return filtered
  const again = byReentry(coming)
  if (again) return again
  return byControl(coming) ?? { enters: true }
}

function byFilters({ trigger, know, now }: Coming): Entry | null {
  for (const { kind, settings } of trigger.filters) {
    const verdict = filterKindOf(kind)!.judge({ settings, know, now })
    if ("ask" in verdict) return verdict
    if (!verdict.holds)
      return { enters: false, verdict: "not_entered", reason: "filtered_out", saw: { filter: kind, ...verdict.saw } }
  }
  return null
}

function byReentry({ trigger: { reentry }, know, now }: Coming): Entry | null {
  if (reentry.rule === "per_occurrence") return null
  const earlier = know({ about: "earlier_entries" })
  if (!earlier) return { ask: [{ about: "earlier_entries" }] }
  if (earlier.isUndecided) return { later: new Date(now.getTime() + 1000) }
  const reason = whyNotAgain(reentry, earlier, now)
  if (!reason) return null
  const { count, last, isInside } = earlier
  return { enters: false, verdict: "not_entered", reason, saw: { rule: reentry.rule, count, last, isInside } }
}

function whyNotAgain(
  reentry: Reentry,
  { count, last, isInside }: { count: number; last: Date | null; isInside: boolean },
  now: Date,
): WayReason | null {
  switch (reentry.rule) {
    case "per_occurrence":
      return null
    case "once":
      return count > 0 ? "entered_before" : null
    case "every_days":
      return last && now.getTime() - last.getTime() < reentry.days * DAY_MS ? "entered_lately" : null
    case "not_inside":
      return isInside ? "is_inside" : null
  }
}

function byControl({ automation, know }: Coming): Entry | null {
  const { controlPercent } = automation.settings
  if (controlPercent === 0) return null
  const person = know({ about: "person" })
  if (!person) return { ask: [{ about: "person" }] }
  if (!person.contactId || lot(`${automation.id}:${person.contactId}`) >= controlPercent) return null
  return { enters: false, verdict: "control", reason: "held_out", saw: { controlPercent } }
}
