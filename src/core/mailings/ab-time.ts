import { DateTime } from "luxon"
import { instantOf } from "./local-time"

/** The next moment after `after` at which clocks in this zone show "18:00". */
export function nextTimeOfDay(time: string, after: Date, zone: string): Date {
  const today = DateTime.fromJSDate(after, { zone })
  const at = (days: number) => instantOf(`${today.plus({ days }).toFormat("yyyy-MM-dd")}T${time}`, zone, zone)
  const first = at(0)
  return first > after ? first : at(1)
}
