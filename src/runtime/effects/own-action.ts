import type { OwnActionSettings } from "../../core/automations/nodes/own-action"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** What the shop's own code does; whether twice is once, it says itself. */
export const ownAction: EffectRunner = {
  isRepeatable: ({ mailroom, row }) =>
    mailroom.ownActions.find((row.settings as OwnActionSettings).actionId)?.isRepeatable ?? false,
  run,
}

async function run({ mailroom, row, facts }: EffectJob): Promise<EffectEnd> {
  const { actionId, settings } = row.settings as OwnActionSettings
  const action = mailroom.ownActions.find(actionId)
  if (!action) return { state: "failed", why: `own_action_missing: ${actionId}` }
  const parsed = action.settings.safeParse(settings)
  if (!parsed.success) return { state: "failed", why: `own_action_settings: ${parsed.error.issues[0]?.message}` }
  const answer = await action.run({
    settings: parsed.data as Record<string, unknown>,
    key: row.idempotency_key,
    contactId: row.contact_id,
    facts: await facts(),
  })
  return { state: "done", ...(answer && { answer }) }
}
