import { eventsOf, triggerSchema } from "../../src/core/automations/definition"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { triggerClocks } from "../../src/runtime/trigger-clocks/run-clocks"
import { openLater } from "./database"

export type Entrant = { occurrence_key: string; contact_id: string | null; payload: Record<string, unknown> }

/** A live automation of one waiting node, switched on then; its entrants are what a spec of triggers looks at. */
export async function anAutomation(
  { db }: Mailroom,
  trigger: { kind: string; settings?: object },
  { switchedOn = new Date(0) }: { switchedOn?: Date } = {},
): Promise<string> {
  const whole = { settings: {}, filters: [], reentry: { rule: "per_occurrence" }, ...trigger }
  const [row] = await db.query<{ id: string }>({
    text: `
      WITH made AS (
        INSERT INTO mailroom.automation (id, kind, name, state, switched_on_at)
        VALUES ('mauto_' || mailroom.uuidv7(), 'automation', $1, 'live', $2) RETURNING id
      ),
      version AS (
        INSERT INTO mailroom.automation_version (automation_id, number, trigger, nodes, trigger_events)
        SELECT id, 1, $3::jsonb, $4::jsonb, $5::text[] FROM made
        RETURNING id, automation_id
      )
      SELECT automation_id AS id, id AS version_id FROM version`,
    values: [
      trigger.kind,
      switchedOn,
      JSON.stringify(whole),
      JSON.stringify([{ id: "rest", kind: "wait", settings: { amount: 30, unit: "days" }, exits: { next: null } }]),
      eventsOf(triggerSchema.parse(whole)),
    ],
  })
  const { id } = row!
  await db.query({
    text: `UPDATE mailroom.automation a SET live_version_id = v.id FROM mailroom.automation_version v WHERE v.automation_id = a.id AND a.id = $1`,
    values: [id],
  })
  return id
}

export async function entrantsOf({ db }: Mailroom, automationId: string): Promise<Entrant[]> {
  return db.query<Entrant>({
    text: `SELECT occurrence_key, contact_id, facts->'payload' AS payload FROM mailroom.enrolment WHERE automation_id = $1
           ORDER BY occurrence_key`,
    values: [automationId],
  })
}

/** Lets the clocks of the triggers look, as a process would whose time is `at`. */
export async function lookAt(url: string, at: Date): Promise<void> {
  const then = await openLater(url, `${Math.round((at.getTime() - Date.now()) / 1000)}s`)
  try {
    await look(then.mailroom)
  } finally {
    await then.close()
  }
}

/** The same at this moment. */
export async function look(mailroom: Mailroom): Promise<void> {
  const clocks = triggerClocks(mailroom)
  while ((await clocks.turn({ ignoreSchedule: true })) === "more");
}
