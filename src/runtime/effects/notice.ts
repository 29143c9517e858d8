import type { NoticeSettings } from "../../core/automations/nodes/notify-third-party"
import { matchingLines } from "../../core/automations/purchase-match"
import { groupsOf } from "../../core/notices/group-lines"
import { noticeDirectory, withSuppliers } from "../notice-directory"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** Puts the lines of an order into the notices that collect for their readers; the loop `notices` sends them. */
export const notice: EffectRunner = { isRepeatable: true, run }

async function run({ mailroom, row, facts }: EffectJob): Promise<EffectEnd> {
  const settings = row.settings as NoticeSettings
  const known = (await facts())?.order
  if (!known) return { state: "again", afterSeconds: 30, why: "shop_data_missing" }
  if (known.cancelledAt) return { state: "skipped", why: "order_cancelled" }
  const order = await withSuppliers(mailroom, known)
  const lines = settings.match ? matchingLines(settings.match, order.lines, order.salesChannelId) : order.lines
  const apart = settings.withShopper ? order.context.id : ""
  const groups = groupsOf({ ...settings, apart }, lines, await noticeDirectory(mailroom, lines))
  if (groups.length === 0) return { state: "skipped", why: lines.length === 0 ? "nothing_matches" : "no_recipient" }
  const sendAt = new Date(row.created_at.getTime() + settings.collectMinutes * 60_000)
  let added = 0
  for (const group of groups)
    added += await mailroom.notices.collect({
      automationId: row.automation_id,
      node: row.node,
      settings,
      group,
      orderId: order.context.id,
      sendAt,
    })
  return { state: "done", answer: { notices: groups.length, lines: added } }
}
