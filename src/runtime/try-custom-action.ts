import { ORDER_PLACED } from "../core/automations/custom-action"
import type { NoticeSettings } from "../core/automations/nodes/notify-third-party"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { previewBuiltin } from "../rendering/preview"
import { replay } from "./automations/replay"
import { brandFor } from "./current-brand"
import { noticeDirectory, withSuppliers } from "./notice-directory"
import { occurrenceMails, type OccurrenceMail } from "./occurrence-mails"
import { liveContent } from "./preview-content"

type Asked = { id: string; locale: string | null; orderId?: string }

/** "Try it with the last real order", or with the last real event: who would get what; nothing is stored or sent. */
export async function tryCustomAction(mailroom: Mailroom, asked: Asked) {
  const { action } = await mailroom.automations.retrieve(asked.id)
  if (action && action.trigger.kind !== ORDER_PLACED && !asked.orderId) return tryWithLastEvent(mailroom, asked.id)
  return tryWithOrder(mailroom, asked)
}

async function tryWithOrder(mailroom: Mailroom, { id, locale, orderId }: Asked) {
  const { general } = await mailroom.settings.read()
  const { order, lines, notices } = await mailroom.automations.tryWithLastOrder(id, orderId, {
    named: (one) => withSuppliers(mailroom, one),
    directory: (one) => noticeDirectory(mailroom, one.lines),
  })
  const mails = await previewsOf(
    mailroom,
    notices.map(({ context, ...readers }) => ({
      ...readers,
      template: "third_party_notice" as const,
      locale: locale ?? general.locale,
      context: { ...context },
    })),
  )
  return {
    order: order && { id: order.id, display_id: Number(order.displayId) || null, placed_at: order.placedAt },
    happened_at: order?.placedAt ?? null,
    sentence: sentenceOf(order !== null, lines, mails),
    lines,
    mails,
  }
}

/** The nearest days first: most often something happened in them, and they are read in no time. */
const LOOK_BACK_DAYS = [1, 7, 30]
const MOST_EVENTS = 500

async function tryWithLastEvent(mailroom: Mailroom, id: string) {
  const found = await lastEvent(mailroom, id)
  const nothing = { order: null, lines: [], mails: [] }
  if (!found?.facts)
    return {
      ...nothing,
      happened_at: null,
      sentence: "In the last 30 days nothing happened that would have set it off.",
    }
  const { version } = await mailroom.automations.retrieve(id)
  const notify = version?.nodes.find(({ kind }) => kind === "notify_third_party")
  const facts = found.facts
  const told = notify ? await occurrenceMails(mailroom, notify.settings as NoticeSettings, facts) : []
  const mails = await previewsOf(mailroom, told)
  const { order, occurredAt } = facts
  return {
    order: order && { id: order.context.id, display_id: order.displayId, placed_at: order.placedAt },
    happened_at: occurredAt.toISOString(),
    sentence: notify ? toldOf(mails) : "Only the other system would be told.",
    lines: facts.lines.map(({ title, quantity, sku }) => ({ title, quantity, sku, matches: true })),
    mails,
  }
}

/** The last that would have got in, by the filters and the conditions of today. */
async function lastEvent(mailroom: Mailroom, id: string) {
  for (const days of LOOK_BACK_DAYS) {
    const { world } = await replay(mailroom, id, { days, most: MOST_EVENTS })
    const last = world.ghosts.filter(({ state }) => state === "done" || state === "waiting").at(-1)
    if (last) return last
  }
  return null
}

async function previewsOf(mailroom: Mailroom, mails: OccurrenceMail[]) {
  const { general } = await mailroom.settings.read()
  const brand = await brandFor(mailroom)
  const previews = []
  for (const { to, cc, bcc, template: key, locale, context } of mails) {
    const content = await liveContent(mailroom, key)
    const { subject, html } = await previewBuiltin({ key, locale, timeZone: general.timeZone, brand, context, content })
    previews.push({ to, cc, bcc, subject, html })
  }
  return previews
}

type Told = { to: string[] }[]

function sentenceOf(hasOrder: boolean, lines: { matches: boolean }[], mails: Told): string {
  if (!hasOrder) return "No order of this shop matches yet."
  const matching = lines.filter(({ matches }) => matches).length
  const found = `${matching} of ${lines.length} lines match.`
  if (matching === 0) return `${found} Nobody would be told.`
  if (mails.length === 0) return `${found} Nobody would be told: no address in "to" was found for these lines.`
  return `${found} ${wouldGo(mails)}`
}

const toldOf = (mails: Told): string =>
  mails.length === 0 ? 'Nobody would be told: no address in "to" was found.' : wouldGo(mails)

const wouldGo = (mails: Told): string =>
  `${mails.length} mail${mails.length > 1 ? "s" : ""} would go to ${mails.flatMap(({ to }) => to).join(", ")}.`
