import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../../../core/contacts/normalise-address"
import type { MessageKind } from "../../../core/messages/states"
import type { Database, Db } from "../database"
import { selectNow } from "../sql/consent"
import { selectResends } from "../sql/outbox"
import { cancelMessage, insertResentEvent, releaseHeld, selectResendable, type ResendableRow } from "../sql/resend"
import type { ContactService } from "./contacts"
import type { MessageService } from "./messages"
import type { OutboxService } from "./outbox"

const EXPIRES_MS = 72 * 3_600_000

/** "Correct the address and send again", "send it after all", "take it back" (F36, F64). */
export class ResendService {
  constructor(
    private readonly db: Database,
    private readonly services: { messages: MessageService; contacts: ContactService; outbox: OutboxService },
  ) {}

  /**
   * Plans the same mail once more, to the same or to a corrected address, and gives the new message's id. A message that
   * is held for the merchant's word is let go instead. Two clicks at once give one mail.
   */
  async resend(id: string, { email, by }: { email?: string; by: string | null }): Promise<string> {
    const { can } = await this.services.outbox.message(id)
    if (!can.resend) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `It cannot be sent again. ${can.why_not}`)
    return this.db.transaction(async (tx) => {
      const [row] = await tx.query<ResendableRow>(selectResendable(id))
      const to = email ?? row!.to_email ?? ""
      const address = normaliseAddress(to)
      if (!address.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, addressProblemText(to, address.problem))
      if (row!.status === "held" && row!.to_email === address.email) return this.release(tx, row!, address.domain)
      // The other of two clicks, which waited for the lock, finds that the first has let it go.
      if (row!.status === "queued" && row!.to_email === address.email) return row!.id
      return this.again(tx, row!, address.email, by)
    })
  }

  async cancel(id: string): Promise<void> {
    const { status } = await this.services.outbox.row(id)
    if ((await this.db.query(cancelMessage(id))).length > 0) return
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      status === "queued"
        ? "It is being sent in this moment and cannot be taken back."
        : `It cannot be taken back: it is ${status.replaceAll("_", " ")} already.`,
    )
  }

  private async again(tx: Db, row: ResendableRow, email: string, by: string | null): Promise<string> {
    // Read after the lock, so that it holds what the other of two clicks has written.
    const before = await tx.query<{ id: string; to: string | null; status: string }>(selectResends(row.id))
    const waiting = before.find(({ to, status }) => to === email && status === "queued")
    if (waiting) return waiting.id
    const known = await this.services.contacts.byEmail(tx, email)
    const { planned } = await this.services.messages.plan(tx, [
      {
        idempotencyKey: `resend:${row.id}:r${before.length + 1}`,
        originAt: row.planned_at,
        class: row.class,
        origin: row.origin,
        kind: row.kind as MessageKind,
        lane: laneOf(row),
        sourceId: row.source_id,
        node: row.node,
        enrolmentId: row.enrolment_id,
        contactId: row.contact_id ?? known?.contactId ?? null,
        // Consent and suppression belong to the address: a corrected one brings its own, or none.
        addressId: known?.addressId ?? null,
        to: { email, name: row.to_name },
        cc: row.cc ?? [],
        bcc: row.bcc ?? [],
        topicId: row.topic_id,
        senderId: row.sender_id,
        templateVersionId: row.template_version_id!,
        locale: row.locale,
        about: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
        context: row.context ?? {},
        isTracked: row.is_tracked,
        isCopyKept: row.is_copy_kept,
        isTest: row.is_test,
        expiresAt: await expiry(tx),
        resendOf: row.id,
      },
    ])
    const resendId = planned[0]!.id
    await tx.query(insertResentEvent({ messageId: row.id, resendId, by }))
    return resendId
  }

  private async release(tx: Db, row: ResendableRow, domain: string): Promise<string> {
    await tx.query(releaseHeld({ id: row.id, lane: laneOf(row), domain, expiresAt: await expiry(tx) }))
    return row.id
  }
}

async function expiry(tx: Db): Promise<Date> {
  const [clock] = await tx.query<{ at: Date }>(selectNow())
  return new Date(clock!.at.getTime() + EXPIRES_MS)
}

function laneOf({ class: messageClass, origin }: ResendableRow): "receipts" | "system" | "automations" | "direct" {
  if (messageClass === "marketing") return "automations"
  if (messageClass === "system") return "system"
  return origin === "direct" ? "direct" : "receipts"
}
