import { normaliseAddress } from "../../../core/contacts/normalise-address"
import { idempotencyKey } from "../../../core/messages/idempotency-key"
import type { NewMessage } from "../../../core/messages/new-message"
import { statusOfReason } from "../../../core/messages/status-of-reason"
import type { Db } from "../database"
import { planMessages, type PlannedRow } from "../sql/plan-messages"
import type { KeyringService } from "./keyring"

export type Planned = { planned: { id: string; key: string }[]; repeated: number }

/** Rows per statement: large enough to be quick, small enough that the JSON stays under a few megabytes. */
const CHUNK = 1000

/** The way into the one outbox. Everything that Mailroom ever mails was planned here. */
export class MessageService {
  constructor(private readonly keyring: KeyringService) {}

  /**
   * Writes decisions down in the caller's transaction. A key that exists already is counted in `repeated` and changes
   * nothing. With `refused` (or an address that no server would take) the message rests with its reason and is not sent.
   */
  async plan(tx: Db, messages: NewMessage[]): Promise<Planned> {
    const planned: Planned["planned"] = []
    for (let start = 0; start < messages.length; start += CHUNK) {
      const chunk = messages.slice(start, start + CHUNK)
      const rows = await Promise.all(chunk.map((message, n) => this.row(message, n)))
      const written = await tx.query<{ n: number; id: string }>(planMessages(rows))
      for (const { n, id } of written) planned.push({ id, key: chunk[n]!.idempotencyKey })
    }
    return { planned, repeated: messages.length - planned.length }
  }

  private async row(message: NewMessage, n: number): Promise<PlannedRow> {
    const address = normaliseAddress(message.to.email)
    const reason = message.refused ?? (address.ok ? null : message.to.email.trim() ? "address_invalid" : "no_address")
    const status = reason ? statusOfReason(reason) : "queued"
    // What rests for good from the start is never made into a mail: its secret is not needed.
    const keepsSecret = message.isSecret && (status === "queued" || status === "held")
    return {
      n,
      key: idempotencyKey(message.idempotencyKey, message.originAt).toString("hex"),
      class: message.class,
      origin: message.origin,
      kind: message.kind,
      source_id: message.sourceId,
      node: message.node ?? null,
      enrolment_id: message.enrolmentId ?? null,
      contact_id: message.contactId,
      address_id: message.addressId,
      // The address as it was given: the Outbox shows what was wrong with it.
      to_email: address.ok ? address.email : message.to.email,
      to_name: message.to.name ?? null,
      email_hash: address.ok ? (await this.keyring.emailHash(address.emailNorm)).toString("hex") : null,
      topic_id: message.topicId ?? null,
      sender_id: message.senderId ?? null,
      template_version_id: message.templateVersionId,
      locale: message.locale,
      subject_kind: message.about?.kind ?? null,
      subject_id: message.about?.id ?? null,
      status,
      reason,
      is_tracked: message.isTracked && !message.isSecret,
      is_copy_kept: message.isCopyKept && !message.isSecret,
      is_test: message.isTest ?? false,
      resend_of: message.resendOf ?? null,
      context: message.isSecret ? null : message.context,
      sealed_context: keepsSecret
        ? (await this.keyring.seal(JSON.stringify(message.context))).toString("base64")
        : null,
      cc: message.cc?.length ? message.cc : null,
      bcc: message.bcc?.length ? message.bcc : null,
      lane: typeof message.lane === "string" ? message.lane : null,
      lane_id: typeof message.lane === "string" ? null : message.lane.id,
      domain: address.ok ? address.domain : null,
      due_at: message.dueAt?.toISOString() ?? null,
      expires_at: message.expiresAt.toISOString(),
    }
  }
}
