import { MedusaError } from "@medusajs/framework/utils"
import { changedLines } from "../core/notices/changed-lines"
import type { NoticeSettings } from "../core/automations/nodes/notify-third-party"
import type { ShopOrder } from "../core/shop/shop"
import type { Db, Statement } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { NoticeLineRow, NoticeRow } from "../modules/mailroom/sql/notices"
import {
  lockNotice,
  markCorrected,
  markEscalated,
  markNoticeSent,
  markReminded,
  markSentAgain,
  selectDueNotices,
  selectNoticeLines,
  selectNoticesToEscalate,
  selectNoticesToRecheck,
  selectNoticesToRemind,
  tellLines,
} from "../modules/mailroom/sql/notices"
import type { Loop } from "./loop"
import { mailNotice, noticeMeans, namedLine, type NoticeMeans } from "./mail-notice"

const AT_ONCE = 20

/** A notice with what it says, the shop's orders as they are now, and the transaction in which its next step is written. */
type Step = { mailroom: Mailroom; tx: Db; row: NoticeRow; lines: NoticeLineRow[]; means: NoticeMeans }
type Work = { isStill(row: NoticeRow): boolean; find(limit: number): Statement; step(of: Step): Promise<void> }

/**
 * Sends what was collected, corrects what was told when the order is otherwise since, reminds whoever did not answer, and tells
 * others. Each notice under the lock of its row: what it says and that it was said are one transaction.
 */
export function notices(mailroom: Mailroom): Loop {
  return {
    name: "notices",
    roles: ["worker", "shared"],
    everyMs: 2_000,
    async turn() {
      if (!mailroom.shop) return "idle"
      let done = 0
      for (const work of WORKS) done += await workOff(mailroom, work)
      return done > 0 ? "more" : "idle"
    },
  }
}

const WORKS: Work[] = [
  { find: selectDueNotices, isStill: ({ state }) => state === "collecting", step: send },
  { find: selectNoticesToRecheck, isStill: ({ state }) => state === "sent", step: correct },
  { find: selectNoticesToRemind, isStill: ({ acknowledged_at: at }) => at === null, step: remind },
  { find: selectNoticesToEscalate, isStill: ({ acknowledged_at: at }) => at === null, step: escalate },
]

async function workOff(mailroom: Mailroom, { find, isStill, step }: Work): Promise<number> {
  const found = await mailroom.db.query<{ id: string }>(find(AT_ONCE))
  let done = 0
  for (const { id } of found) {
    // The shop is asked before the transaction: a second connection inside it could wait for ever in a small pool.
    const { lines: before } = await mailroom.notices.get(id)
    const means = await noticeMeans(mailroom, id, before)
    const isDone = await mailroom.db.transaction(async (tx) => {
      const [row] = await tx.query<NoticeRow>(lockNotice(id))
      const lines = await tx.query<NoticeLineRow>(selectNoticeLines(id))
      // Another process has it, or a line came in between: then it is looked at again.
      if (!row || !isStill(row) || lines.length !== before.length) return false
      await step({ mailroom, tx, row, lines, means })
      return true
    })
    if (isDone) done += 1
  }
  return done
}

async function send({ mailroom, tx, row, lines, means }: Step): Promise<void> {
  const settings = row.settings as NoticeSettings
  const current = changedLines(lines, means.orders)
  const told = lines.map((line) => ({ ...line, told: current.find((one) => isSame(one, line))?.now ?? line.told }))
  const left = told.filter((line) => line.told > 0)
  await tx.query(tellLines(row.id, told))
  const { acknowledge } = settings
  await tx.query(
    markNoticeSent({
      id: row.id,
      state: left.length > 0 ? "sent" : "nothing_left",
      remindAfterHours: left.length > 0 ? (acknowledge?.remindAfterHours ?? null) : null,
      escalateAfterHours: left.length > 0 ? (acknowledge?.escalateAfterHours ?? null) : null,
    }),
  )
  if (left.length > 0)
    await mailNotice({ mailroom, tx, row, means, kind: "notice", lines: linesOf(left, means.orders) })
}

async function correct({ mailroom, tx, row, lines, means }: Step): Promise<void> {
  const changed = changedLines(
    lines.filter(({ recheck }) => recheck),
    means.orders,
  )
  await tx.query(
    tellLines(
      row.id,
      lines
        .filter(({ recheck }) => recheck)
        .map((line) => ({ ...line, told: changed.find((one) => isSame(one, line))?.now ?? line.told })),
    ),
  )
  if (changed.length === 0) return
  const corrected = changed.flatMap((line) => {
    const known = namedLine(means.orders, line)
    return known ? [{ ...known, quantity: line.now, before: line.told }] : []
  })
  await tx.query(markCorrected(row.id))
  if (corrected.length > 0) await mailNotice({ mailroom, tx, row, means, kind: "correction", lines: corrected })
}

async function remind({ mailroom, tx, row, lines, means }: Step): Promise<void> {
  await tx.query(markReminded(row.id))
  const left = linesOf(lines, means.orders)
  if (left.length > 0) await mailNotice({ mailroom, tx, row, means, kind: "reminder", lines: left })
}

/** To others, who can pick up the telephone. */
async function escalate({ mailroom, tx, row, lines, means }: Step): Promise<void> {
  await tx.query(markEscalated(row.id))
  const left = linesOf(lines, means.orders)
  const to = (row.settings as NoticeSettings).acknowledge?.escalateTo ?? []
  if (left.length > 0 && to.length > 0)
    await mailNotice({ mailroom, tx, row, means, kind: "escalation", lines: left, to })
}

type Line = { orderId: string; lineId: string }
const isSame = (a: Line, b: Line): boolean => a.orderId === b.orderId && a.lineId === b.lineId

/** What is still wanted of what was told. */
function linesOf(lines: NoticeLineRow[], orders: ReadonlyMap<string, ShopOrder>) {
  return lines.flatMap((line) => {
    const known = namedLine(orders, line)
    return known && line.told > 0 && !known.order.cancelledAt ? [{ ...known, quantity: line.told }] : []
  })
}

/** The same again to the same people, as it is now; for somebody who says that nothing came. */
export async function resendNotice(mailroom: Mailroom, id: string): Promise<void> {
  const { state, lines: before } = await mailroom.notices.get(id)
  if (state !== "sent") throw notAllowed("This notice has not gone out yet: it goes by itself.")
  const means = await noticeMeans(mailroom, id, before)
  await mailroom.db.transaction(async (tx) => {
    const [row] = await tx.query<NoticeRow>(lockNotice(id))
    if (!row) throw notAllowed("This notice is being worked on at this moment. Try again in a few seconds.")
    const lines = linesOf(before, means.orders)
    if (lines.length === 0) throw notAllowed("Nothing of this notice is wanted any more: there is nothing to send.")
    await tx.query(markSentAgain(id))
    await mailNotice({ mailroom, tx, row, means, kind: "notice", lines })
  })
}

const notAllowed = (sentence: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
