import { automationSettingsSchema } from "../../core/automations/automation-settings"
import type { NoticeSettings } from "../../core/automations/nodes/notify-third-party"
import { CORRECTION } from "../automations/mails-of"
import { occurrenceMails } from "../occurrence-mails"
import { TemplateMissing } from "../template-missing"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** Mails what happened to colleagues and other third parties; each mail under a key of the effect's own. */
export const occurrenceNotice: EffectRunner = { isRepeatable: true, run }

const EXPIRES_MS = 3 * 86_400_000

async function run({ mailroom, row, facts }: EffectJob): Promise<EffectEnd> {
  if (!mailroom.shop) return { state: "again", afterSeconds: 5, why: "shop_away", countsTry: false }
  const known = await facts()
  if (!known)
    return row.attempts < 4
      ? { state: "again", afterSeconds: 10, why: "shop_data_missing" }
      : { state: "failed", why: "shop_data_missing" }
  const mails = await occurrenceMails(mailroom, row.settings as NoticeSettings, known)
  if (mails.length === 0) return { state: "skipped", why: "no_recipient" }
  const versions = new Map<string, string>()
  for (const { template } of mails) {
    const version = await mailroom.templates.liveVersion(template)
    if (!version) throw new TemplateMissing(template)
    versions.set(template, version)
  }
  const sender = await mailroom.senders.resolve({ salesChannelId: known.salesChannelId })
  const automation = await mailroom.automations.get(row.automation_id)
  const { isTracked, isCopyKept } = automation?.settings ?? automationSettingsSchema.parse({})
  const messages = mails.flatMap(({ to, cc, bcc, template, locale, context }, n) =>
    to.map((email, reader) => ({
      idempotencyKey: `occurrence:${row.id}:${n}:${email.toLowerCase()}`,
      originAt: row.created_at,
      class: "system" as const,
      origin: "automation" as const,
      kind: "custom_action" as const,
      lane: "receipts" as const,
      sourceId: row.automation_id,
      // It is told although the order is cancelled, and is not corrected when it is.
      node: CORRECTION,
      contactId: null,
      addressId: null,
      to: { email },
      cc: reader === 0 ? cc : [],
      bcc: reader === 0 ? bcc : [],
      senderId: sender?.id ?? null,
      templateVersionId: versions.get(template)!,
      locale,
      about: known.about,
      context,
      isTracked,
      isCopyKept,
      expiresAt: new Date(row.created_at.getTime() + EXPIRES_MS),
    })),
  )
  await mailroom.db.transaction((tx) => mailroom.messages.plan(tx, messages))
  return { state: "done", answer: { mails: messages.length } }
}
