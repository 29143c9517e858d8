import { normaliseAddress } from "../../../core/contacts/normalise-address"
import { suppressionReason } from "../../../core/messages/gate"
import { idempotencyKey } from "../../../core/messages/idempotency-key"
import type { NewMessage } from "../../../core/messages/new-message"
import type { DropReason } from "../../../core/messages/states"
import { statusOfReason } from "../../../core/messages/status-of-reason"
import { afterCommit, type Db } from "../database"
import { planMessages, type PlannedRow } from "../sql/plan-messages"
import { selectCopySuppressions, type CopySuppressionRow } from "../sql/suppression"
import type { Wakes } from "../wakes"
import type { KeyringService } from "./keyring"

export type Planned = { planned: { id: string; key: string }[]; repeated: number }

/** Rows per statement: large enough to be quick, small enough that the JSON stays under a few megabytes. */
const CHUNK = 1000

/** The way into the one outbox. Everything that Mailroom ever mails was planned here. */
export class MessageService {
  constructor(
    private readonly keyring: KeyringService,
    private readonly wakes: Wakes,
  ) {}

  /**
   * Writes decisions down in the caller's transaction. A key that exists already is counted in `repeated` and changes
   * nothing. With `refused` (or an address that no server would take) the message rests with its reason and is not sent.
   */
  async plan(tx: Db, messages: NewMessage[]): Promise<Planned> {
    const planned: Planned["planned"] = []
    for (let start = 0; start < messages.length; start += CHUNK) {
      const chunk = await this.withoutStoppedCopies(tx, messages.slice(start, start + CHUNK))
      const rows = await Promise.all([...chunk.messages, ...chunk.refused].map((message, n) => this.row(message, n)))
      const written = await tx.query<{ n: number; id: string }>(planMessages(rows))
      for (const { n, id } of written)
        if (n < chunk.messages.length) planned.push({ id, key: chunk.messages[n]!.idempotencyKey })
    }
    if (planned.length > 0) afterCommit(tx, () => this.wakes.wake("dispatcher"))
    return { planned, repeated: messages.length - planned.length }
  }

  /**
   * A copy leaves with its mail, where the gate asks about the recipient alone: whom nothing may be sent to loses the
   * place in cc and bcc here, and gets a message of the own that says why.
   */
  private async withoutStoppedCopies(
    tx: Db,
    messages: NewMessage[],
  ): Promise<{ messages: NewMessage[]; refused: NewMessage[] }> {
    const stopped = await this.stoppedCopies(
      tx,
      messages.flatMap(({ cc = [], bcc = [] }) => [...cc, ...bcc]),
    )
    if (stopped.size === 0) return { messages, refused: [] }
    const goes = (email: string) => !stopped.has(email)
    return {
      messages: messages.map((one) => ({ ...one, cc: one.cc?.filter(goes), bcc: one.bcc?.filter(goes) })),
      refused: messages.flatMap((one) =>
        [...new Set([...(one.cc ?? []), ...(one.bcc ?? [])])]
          .filter((email) => stopped.has(email))
          .map((email) => refusedCopy(one, email, stopped.get(email)!)),
      ),
    }
  }

  private async stoppedCopies(tx: Db, emails: string[]): Promise<Map<string, DropReason>> {
    const known = [...new Set(emails)].flatMap((email) => {
      const address = normaliseAddress(email)
      return address.ok ? [{ ...address, given: email }] : []
    })
    if (known.length === 0) return new Map()
    const hashed = await Promise.all(
      known.map(async ({ emailNorm, domain }) => ({
        emailHash: (await this.keyring.emailHash(emailNorm)).toString("hex"),
        domain,
      })),
    )
    const rows = await tx.query<CopySuppressionRow>(selectCopySuppressions(hashed))
    return new Map(
      rows
        .reverse()
        .map(({ n, reason, is_domain: isDomain }) => [known[n]!.given, suppressionReason({ reason, isDomain })]),
    )
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

function refusedCopy(of: NewMessage, email: string, refused: DropReason): NewMessage {
  return {
    ...of,
    idempotencyKey: `${of.idempotencyKey}:copy:${email}`,
    to: { email },
    cc: [],
    bcc: [],
    contactId: null,
    addressId: null,
    context: {},
    refused,
  }
}
