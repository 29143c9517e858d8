import { MedusaError } from "@medusajs/framework/utils"
import { messageIdHeader } from "../../../core/messages/headers"
import { pageOf } from "../../../core/reports/cursor"
import { eventSentence, messageStory } from "../../../core/reports/message-story"
import { isoOrNull, outboxRow, type OutboxRow } from "../../../core/reports/outbox-row"
import type { Finding } from "../../../core/settings/findings"
import { UUID } from "../../../core/reports/uuid"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import {
  selectHeartbeats,
  selectLaneHealth,
  selectLedgerHealth,
  selectUnrecorded,
  type HeartbeatRow,
  type LaneHealthRow,
  type LedgerHealthRow,
} from "../sql/health"
import {
  selectMessage,
  selectMessageDetail,
  selectMessageEvents,
  selectOutbox,
  selectResends,
  type MessageDetailRow,
  type MessageEventRow,
  type MessageRow,
  type OutboxFilter,
} from "../sql/outbox"

export type OutboxQuery = Partial<Omit<OutboxFilter, "after" | "limit">> & { cursor?: string | null; limit?: number }

/** The page of one message: `OutboxMessage` of docs/api.md. */
export type OutboxMessage = OutboxRow & {
  why: string[]
  attempts: number
  server: {
    code: number | null
    enhanced: string | null
    response: string | null
    command: string | null
    queue_id: string | null
  } | null
  queue: {
    stage: string
    lane: string
    lane_state: string
    due_at: string
    attempts: number
    expires_at: string
  } | null
  facts: {
    message_id: string
    locale: string | null
    topic: string | null
    sender: string | null
    template: string | null
    is_tracked: boolean
    is_copy_kept: boolean
    pixel: "none" | "aggregate" | "personal"
    cc: string[]
    bcc: string[]
  }
  /** Files that went with it. */
  attachments: { name: string; mime: string; bytes: number }[]
  links: { index: number; url: string; clicks_human: number; clicks_machine: number }[]
  events: {
    id: string
    kind: string
    at: string
    recorded_at: string
    classification: "human" | "uncertain" | "machine" | null
    link_index: number | null
    url: string | null
    sentence: string
  }[]
  body: { state: "rebuilt" | "raw" | "redacted" | "not_kept"; sentence: string | null }
  can: { resend: boolean; cancel: boolean; why_not: string | null }
  resend_of: string | null
  resent_as: { id: string; to: string | null; status: string; planned_at: string }[]
}

const DEFAULT_LIMIT = 50
/** A loop that has not beaten for this long is shown in red. */
const LATE_SECONDS = 30
const KEPT_TIMES = 10

/** What the owner sees of the outgoing mail (F36, F49). Reads only. */
export class OutboxService {
  private ledger?: { until: number; health: LedgerHealthRow }

  constructor(private readonly db: Database) {}

  async list(query: OutboxQuery): Promise<{ messages: OutboxRow[]; next_cursor: string | null }> {
    const limit = query.limit ?? DEFAULT_LIMIT
    const [after = null] = pageStart(query.cursor) ?? []
    const rows = await this.db.query<MessageRow>(
      selectOutbox({
        statuses: query.statuses ?? null,
        kinds: query.kinds ?? null,
        star: query.star ?? null,
        sourceId: query.sourceId ?? null,
        contactId: query.contactId ?? null,
        about: query.about ?? null,
        q: query.q?.trim().toLowerCase() || null,
        after,
        order: query.order ?? "newest",
        limit: limit + 1,
      }),
    )
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { messages: page.map(outboxRow), next_cursor }
  }

  async row(id: string): Promise<OutboxRow> {
    const [row] = UUID.test(id) ? await this.db.query<MessageRow>(selectMessage(id)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no message "${id}".`)
    return outboxRow(row)
  }

  /** `notReady`: the blocking findings of the readiness, which explain why a message waits. */
  async message(id: string, notReady: Finding[] = []): Promise<OutboxMessage> {
    const row = await this.row(id)
    const [[detail], events, resends] = await Promise.all([
      this.db.query<MessageDetailRow>(selectMessageDetail(id)),
      this.db.query<MessageEventRow>(selectMessageEvents(id)),
      this.db.query<{ id: string; to: string | null; status: string; planned_at: Date }>(selectResends(id)),
    ])
    const urls = [...(detail!.fixed_links ?? []), ...(detail!.dynamic_links ?? [])]
    const queue = queueOf(detail!)
    const reasons = notReady.filter(({ severity }) => severity === "blocks").map(({ sentence }) => sentence)
    return {
      ...row,
      why: messageStory(row, queue, { notReady: reasons, orderNumber: detail!.order_number }),
      attempts: detail!.delivery_attempts ?? detail!.attempts,
      server: serverOf(detail!),
      queue,
      facts: await this.factsOf(id, detail!),
      links: urls.map((url, index) => ({ index, url, ...clicksOn(index, events) })),
      events: events.map((event) => {
        const url = event.link_index === null ? null : (urls[event.link_index] ?? null)
        const at = event.at.toISOString()
        const { id: eventId, kind, classification, link_index } = event
        const sentence = eventSentence({ kind, at, classification, url, detail: event.detail })
        return {
          id: eventId,
          kind,
          at,
          recorded_at: event.recorded_at.toISOString(),
          classification,
          link_index,
          url,
          sentence,
        }
      }),
      attachments: (detail!.attachments ?? []).map(({ name, mime, bytes }) => ({ name, mime, bytes })),
      body: bodyOf(detail!),
      can: possibilities(row, detail!),
      resend_of: detail!.resend_of,
      resent_as: resends.map((resend) => ({ ...resend, planned_at: resend.planned_at.toISOString() })),
    }
  }

  /** The figures of the Overview. */
  async health() {
    const [lanes, ledger, beats, [unrecorded]] = await Promise.all([
      this.db.query<LaneHealthRow>(selectLaneHealth()),
      this.ledgerHealth(),
      this.db.query<HeartbeatRow>(selectHeartbeats()),
      this.db.query<{ n: number }>(selectUnrecorded()),
    ])
    const sum = (of: (lane: LaneHealthRow) => number) => lanes.reduce((total, lane) => total + of(lane), 0)
    const oldest = lanes.map(({ oldest_due_seconds: age }) => age).filter((age): age is number => age !== null)
    const dispatcher = beats.filter(({ name }) => name === "dispatcher").map(({ age_seconds: age }) => age)
    const age = dispatcher.length > 0 ? Math.min(...dispatcher) : null
    return {
      outbox: {
        queued: sum(({ queued }) => queued),
        due: sum(({ due }) => due),
        oldest_due_seconds: oldest.length > 0 ? Math.max(...oldest) : null,
        in_flight: sum(({ in_flight: inFlight }) => inFlight),
        ...ledger,
        lanes: lanes.map(({ in_flight: _inFlight, ...lane }) => lane),
      },
      heartbeat: {
        age_seconds: age,
        is_late: age === null || age > LATE_SECONDS,
        loops: beats.map((beat) => ({ ...beat, is_late: beat.age_seconds > LATE_SECONDS })),
      },
      tracking: { unrecorded_24h: unrecorded!.n },
    }
  }

  /**
   * Kept for ten times as long as it took: the Overview asks again and again, and the answer reads a month of messages.
   * A small shop sees every change at once, a large one spends a tenth of a connection on it at most.
   */
  private async ledgerHealth(): Promise<LedgerHealthRow> {
    const asked = performance.now()
    if (this.ledger && asked < this.ledger.until) return this.ledger.health
    const [health] = await this.db.query<LedgerHealthRow>(selectLedgerHealth())
    const answered = performance.now()
    this.ledger = { until: answered + KEPT_TIMES * (answered - asked), health: health! }
    return health!
  }

  private async factsOf(id: string, detail: MessageDetailRow): Promise<OutboxMessage["facts"]> {
    const [row] = await this.db.query<MessageRow>(selectMessage(id))
    const number = detail.template_number ? ` (version ${detail.template_number})` : ""
    return {
      message_id: messageIdHeader({ id, mailDomain: detail.mail_domain }),
      locale: detail.locale,
      topic: detail.topic,
      sender: detail.sender,
      template: detail.template ? `${detail.template}${number}` : null,
      is_tracked: row!.is_tracked,
      is_copy_kept: row!.is_copy_kept,
      pixel: row!.pixel,
      cc: detail.cc ?? [],
      bcc: detail.bcc ?? [],
    }
  }
}

function serverOf(detail: MessageDetailRow): OutboxMessage["server"] {
  if (detail.last_code === null && detail.last_response === null) return null
  return {
    code: detail.last_code,
    enhanced: detail.last_enhanced,
    response: detail.last_response,
    command: detail.last_command,
    queue_id: detail.queue_id,
  }
}

function queueOf(detail: MessageDetailRow): OutboxMessage["queue"] {
  if (!detail.stage) return null
  return {
    stage: detail.stage,
    lane: detail.lane!,
    lane_state: detail.lane_state!,
    due_at: isoOrNull(detail.due_at)!,
    attempts: detail.delivery_attempts!,
    expires_at: isoOrNull(detail.expires_at)!,
  }
}

function clicksOn(index: number, events: MessageEventRow[]) {
  const clicks = events.filter(({ kind, link_index: link }) => kind === "click" && link === index)
  const human = clicks.filter(({ classification }) => classification === "human").length
  return { clicks_human: human, clicks_machine: clicks.length - human }
}

function bodyOf({
  is_secret: isSecret,
  has_raw: hasRaw,
  has_context: hasContext,
  is_copy_kept: isCopyKept,
}: MessageDetailRow): OutboxMessage["body"] {
  if (isSecret)
    return {
      state: "redacted",
      sentence: "This mail held a secret link or code. Its body was wiped when it had been sent.",
    }
  if (hasRaw) return { state: "raw", sentence: null }
  if (hasContext && isCopyKept)
    return { state: "rebuilt", sentence: "Rebuilt from the template's version and the kept variables." }
  return { state: "not_kept", sentence: "No copy was kept, or it is older than the time for which copies are kept." }
}

function possibilities(
  row: OutboxRow,
  { is_secret: isSecret, has_context: hasContext, stage }: MessageDetailRow,
): OutboxMessage["can"] {
  const cancel = row.status === "queued" || row.status === "held"
  if (row.reason === "merchants_word") return { resend: true, cancel, why_not: null }
  if (cancel) return { resend: false, cancel, why_not: "It has not gone out yet." }
  if (row.status === "in_doubt" && stage)
    return { resend: false, cancel, why_not: "It goes out once more by itself, a quarter of an hour later." }
  if (isSecret) return { resend: false, cancel, why_not: SECRET_NOT_AGAIN }
  if (!hasContext)
    return { resend: false, cancel, why_not: "Its variables are no longer kept, so it cannot be made again." }
  return { resend: true, cancel, why_not: null }
}

const SECRET_NOT_AGAIN =
  'Mails with a secret link or code are not sent again. A password or an invite is asked for anew; a gift card goes out when the store emits "mailroom.gift_card.issued" again with the right address.'
