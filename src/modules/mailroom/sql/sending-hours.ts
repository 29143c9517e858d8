import type { Statement } from "../database"

/** Mails accepted in this clock hour and in the last 24. */
export function selectSentLately(): Statement {
  return {
    text: `
      SELECT coalesce(sum(n) FILTER (WHERE hour = date_trunc('hour', mailroom.now(), 'UTC')), 0)::int AS hour,
        coalesce(sum(n), 0)::int AS day
      FROM mailroom.sending_hour WHERE hour > mailroom.now() - interval '24 hours'`,
    values: [],
  }
}
