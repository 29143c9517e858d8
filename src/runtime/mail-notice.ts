import type { NoticeSettings } from "../core/automations/nodes/notify-third-party"
import { automationSettingsSchema } from "../core/automations/automation-settings"
import { noticeContext, type NoticeKind, type NoticeLine } from "../core/notices/notice-context"
import { opensAt } from "../core/suppliers/supplier"
import type { ShopOrder } from "../core/shop/shop"
import { mintSubjectToken, signingKeyOf, type TokenKey } from "../core/tracking/tokens"
import type { Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { NoticeLineRow, NoticeRow } from "../modules/mailroom/sql/notices"
import type { LineSupplier } from "../modules/mailroom/services/suppliers"
import { TemplateMissing } from "./template-missing"

/** What a notice's mail needs and no transaction must wait for. */
export type NoticeMeans = {
  orders: ReadonlyMap<string, ShopOrder>
  templateVersionId: string
  senderId: string | null
  locale: string
  timeZone: string
  baseUrl: string
  key: TokenKey
  /** As it is now: its hours may have changed since. */
  supplier: Pick<LineSupplier, "hours" | "time_zone"> | null
  isTracked: boolean
  isCopyKept: boolean
  now: Date
}

/** Node of mails that are no first notice: they go although the order is cancelled. */
const CORRECTION = "correction"
const EXPIRES_MS = 14 * 86_400_000

export async function noticeMeans(mailroom: Mailroom, noticeId: string, lines: NoticeLineRow[]): Promise<NoticeMeans> {
  const orders = new Map<string, ShopOrder>()
  for (const id of new Set(lines.map(({ orderId }) => orderId))) {
    const order = await mailroom.shop!.order(id)
    if (order) orders.set(id, order)
  }
  const notice = await mailroom.notices.get(noticeId)
  const templateVersionId = await mailroom.templates.liveVersion("third_party_notice")
  if (!templateVersionId) throw new TemplateMissing("third_party_notice")
  const { general } = await mailroom.settings.read()
  const [first] = orders.values()
  const sender = await mailroom.senders.resolve({ salesChannelId: first?.salesChannelId ?? null })
  const automation = await mailroom.automations.get(notice.automation_id)
  const { isTracked, isCopyKept } = automation?.settings ?? automationSettingsSchema.parse({})
  const { supplierId } = notice.recipients
  const [clock] = await mailroom.db.query<{ now: Date }>({ text: "SELECT mailroom.now() AS now", values: [] })
  return {
    orders,
    templateVersionId,
    senderId: sender?.id ?? null,
    locale: general.locale,
    timeZone: general.timeZone,
    baseUrl: (general.baseUrl ?? "").replace(/\/+$/, ""),
    key: signingKeyOf(await mailroom.keyring.signingKeys()),
    supplier: supplierId ? await mailroom.suppliers.find(supplierId) : null,
    isTracked,
    isCopyKept,
    now: clock!.now,
  }
}

type Mail = {
  mailroom: Mailroom
  tx: Db
  row: NoticeRow
  means: NoticeMeans
  kind: NoticeKind
  lines: NoticeLine[]
  /** Others than the notice's own readers. */
  to?: string[]
}

/** One mail per reader, so that one that bounces does not hide the others; copies go with the first. */
export async function mailNotice({ mailroom, tx, row, means, kind, lines, to }: Mail): Promise<void> {
  const settings = row.settings as NoticeSettings
  const { recipients } = row
  const locale = recipients.locale ?? settings.locale ?? means.locale
  const context = noticeContext({ kind, settings, locale, lines, ackUrl: ackUrlOf(row, settings, kind, means) })
  const orderIds = [...new Set(lines.map(({ order }) => order.context.id))]
  const dueAt = means.supplier && !to ? opensAt(means.supplier, means.now, means.timeZone) : means.now
  const readers = to ?? recipients.to
  await mailroom.messages.plan(
    tx,
    readers.map((email, n) => ({
      // `sendings` grows with each mail under the lock of the row.
      idempotencyKey: `notice:${row.id}:${row.sendings}:${kind}:${email.toLowerCase()}`,
      originAt: row.created_at,
      class: "system" as const,
      origin: "automation" as const,
      kind: "custom_action" as const,
      lane: "receipts" as const,
      sourceId: row.automation_id,
      node: kind === "notice" ? row.node : CORRECTION,
      contactId: null,
      addressId: null,
      to: { email, name: recipients.name },
      cc: n === 0 && !to ? recipients.cc : [],
      bcc: n === 0 && !to ? recipients.bcc : [],
      senderId: means.senderId,
      templateVersionId: means.templateVersionId,
      locale,
      about: orderIds.length === 1 ? { kind: "order" as const, id: orderIds[0]! } : null,
      context: { ...context },
      isTracked: means.isTracked,
      isCopyKept: means.isCopyKept,
      dueAt,
      expiresAt: new Date(dueAt.getTime() + EXPIRES_MS),
    })),
  )
}

/** Whoever took it back needs no answer. */
function ackUrlOf({ id }: NoticeRow, { acknowledge }: NoticeSettings, kind: NoticeKind, means: NoticeMeans) {
  if (!acknowledge || kind === "correction" || !means.baseUrl) return null
  return `${means.baseUrl}/mailroom/n/${mintSubjectToken({ key: means.key, type: "n", subjectId: id })}`
}

/** A line as the order has it now, or as it was called when it was still in it. Null: the shop no longer has the order. */
export function namedLine(
  orders: ReadonlyMap<string, ShopOrder>,
  { orderId, lineId, said }: Pick<NoticeLineRow, "orderId" | "lineId" | "said">,
): Pick<NoticeLine, "order" | "line"> | null {
  const order = orders.get(orderId)
  return order ? { order, line: order.lines.find(({ id }) => id === lineId) ?? said } : null
}
