import type { SendRules } from "../../../core/automations/send-rules"
import type { Statement } from "../database"

export type SendRulesRow = {
  id: string
  state: SendRules["state"]
  sending_window: SendRules["sendingWindow"]
  when_capped: SendRules["whenCapped"]
  defer_days: number
  priority: SendRules["priority"]
}

/** A handful of rows: every automation that is not archived, with what its marketing mails keep to. */
export function selectSendRules(): Statement {
  return {
    text: `SELECT id, state, nullif(settings -> 'sendingWindow', 'null') AS sending_window,
             coalesce(settings ->> 'whenCapped', 'skip') AS when_capped,
             coalesce((settings ->> 'deferDays')::int, 7) AS defer_days, coalesce(settings ->> 'priority', 'normal') AS priority
           FROM mailroom.automation WHERE archived_at IS NULL`,
    values: [],
  }
}
