import { dueDays, type DueDay } from "../../core/automations/dates/due-days"
import { latestRun } from "../../core/automations/dates/runs"
import {
  BALANCE,
  CUSTOMER_DATE,
  DATE,
  ORDER_DATE,
  ORDERED_AGO,
  REGISTERED_AGO,
  REPEATED,
  VISITED_AGO,
  type AgoSettings,
  type BalanceSettings,
  type CustomerDateSettings,
  type DateSettings,
  type OrderDateSettings,
  type RepeatedSettings,
} from "../../core/automations/triggers/dates"
import type { Statement } from "../../modules/mailroom/database"
import {
  selectBirthdays,
  selectEndingBalances,
  selectFieldDates,
  selectMoment,
  selectMomentsAgo,
  selectOrdersAgo,
} from "../../modules/mailroom/sql/date-triggers"
import { daily, type Asked, type TriggerClock } from "./clock"

/** Counting days may be a week late after a pause of the shop; a birthday may not. */
const COUNTED = { latestDays: 7 }

/** Triggers that come with the calendar, by the time zone of each person. */
export const DATE_CLOCKS: Record<string, TriggerClock> = {
  [REGISTERED_AGO]: ago("registered"),
  [ORDERED_AGO]: ago("ordered"),
  [VISITED_AGO]: ago("visited"),
  [CUSTOMER_DATE]: daily<CustomerDateSettings>((asked) =>
    ifDue(asked, asked.settings.offsetDays, (days) => ofCustomer(asked.settings, days)),
  ),
  [ORDER_DATE]: daily<OrderDateSettings>((asked) => ifDue(asked, asked.settings.days, selectOrdersAgo), COUNTED),
  [BALANCE]: daily<BalanceSettings>((asked) =>
    ifDue(asked, -asked.settings.daysBefore, (days) => selectEndingBalances(asked.settings.name, days)),
  ),
  [DATE]: daily<DateSettings>(({ settings: { day, time }, after, until, shopZone }) => {
    const due = dueDays({ after, until, time, offsetDays: 0, zones: [], shopZone }).find((one) => one.day === day)
    return due ? selectMoment(`${day}T${time}`, due.at) : null
  }),
  [REPEATED]: daily<RepeatedSettings>(({ settings: { cron, timeZone }, after, until, shopZone }) => {
    const run = latestRun({ pattern: cron, timeZone: timeZone ?? shopZone, after, until })
    return run ? selectMoment(run.toISOString(), run) : null
  }),
}

function ago(moment: "registered" | "ordered" | "visited"): TriggerClock {
  return daily<AgoSettings>(
    (asked) => ifDue(asked, asked.settings.days, (days) => selectMomentsAgo(moment, days)),
    COUNTED,
  )
}

function ofCustomer({ field, every }: CustomerDateSettings, days: DueDay[]): Statement {
  if (field === "birthday") return selectBirthdays(days)
  return selectFieldDates({ key: field, isYearly: every === "year", days })
}

/** Most looks fall between two days that are due: then nobody is asked at all. */
function ifDue(
  { settings, after, until, zones, shopZone }: Asked<{ time: string }>,
  offsetDays: number,
  find: (days: DueDay[]) => Statement,
): Statement | null {
  const days = dueDays({ after, until, time: settings.time, offsetDays, zones, shopZone })
  return days.length > 0 ? find(days) : null
}
