import { isDeadBySoftBounces } from "../../../core/contacts/soft-bounce-rule"
import { normaliseAddress } from "../../../core/contacts/normalise-address"
import type { Db } from "../database"
import {
  cancelWaiting,
  deleteSoftBounces,
  insertSoftBounce,
  liftByConsent,
  liftSuppression,
  selectActiveSuppressions,
  selectContactsOfHash,
  selectSoftBounces,
  upsertSuppression,
  type NewSuppression,
  type SuppressionRow,
} from "../sql/suppression"
import { cancelSuppressed } from "../sql/suppression-list"
import type { KeyringService } from "./keyring"

export type SuppressionScope = { scope: "all" } | { scope: "marketing" } | { scope: "topic"; topicId: string }

/** Whom it is about: an address as text, one that is only known by its hash, or a whole domain. */
export type Suppressed = { email: string } | { emailHash: Buffer; emailNorm?: string | null } | { domain: string }

export type Suppression = Suppressed &
  SuppressionScope & {
    reason: NewSuppression["reason"]
    source: string
    evidence?: Record<string, unknown>
    by?: string | null
    expiresAt?: Date | null
  }

/** Addresses and domains that must not be written to. Kept as keyed hashes, so that erasure does not lift them. */
export class SuppressionService {
  constructor(private readonly keyring: KeyringService) {}

  /** Writes it once; a repetition keeps the first evidence. */
  async suppress(tx: Db, suppression: Suppression): Promise<{ id: string }> {
    const whom = await this.whom(suppression)
    const [row] = await tx.query<{ id: string }>(
      upsertSuppression({
        ...whom,
        scope: suppression.scope,
        topic_id: suppression.scope === "topic" ? suppression.topicId : null,
        reason: suppression.reason,
        source: suppression.source,
        evidence: suppression.evidence ?? {},
        created_by: suppression.by ?? null,
        expires_at: suppression.expiresAt ?? null,
      }),
    )
    return row!
  }

  /** What holds for this address now, oldest first. */
  async active(db: Db, whom: { emailHash: Buffer; domain: string | null }): Promise<SuppressionRow[]> {
    return db.query<SuppressionRow>(selectActiveSuppressions(whom.emailHash, whom.domain))
  }

  /** False when it was lifted before. */
  async lift(tx: Db, lift: { id: string; by: string; reason: string }): Promise<boolean> {
    return (await tx.query(liftSuppression(lift))).length > 0
  }

  /** A person agreed again. Only a new double opt-in lifts a complaint, or lets an erased person back in. */
  async liftByConsent(tx: Db, lift: { emailHash: Buffer; topicIds: string[]; isDoubleOptIn: boolean }): Promise<void> {
    const reasons = lift.isDoubleOptIn ? ["unsubscribed", "complaint", "erasure"] : ["unsubscribed"]
    await tx.query(liftByConsent({ ...lift, reasons }))
  }

  /** The address does not exist: nothing goes there any more, receipts included. */
  async hardBounce(
    tx: Db,
    bounce: { emailHash: Buffer; emailNorm?: string | null; messageId: string; code: string | null },
  ) {
    const { messageId, code } = bounce
    return this.suppress(tx, {
      ...bounce,
      scope: "all",
      reason: "hard_bounce",
      source: "bounce",
      evidence: { messageId, code },
    })
  }

  /** Counts a soft bounce of the countable kind (standards §2.2); true when it was the one too many. */
  async softBounce(
    tx: Db,
    bounce: { emailHash: Buffer; emailNorm?: string | null; messageId: string },
  ): Promise<boolean> {
    await tx.query(insertSoftBounce(bounce))
    const bounces = await tx.query<{ at: Date }>(selectSoftBounces(bounce.emailHash))
    if (!isDeadBySoftBounces(bounces.map(({ at }) => at))) return false
    const evidence = { messageId: bounce.messageId, bounces: bounces.length }
    await this.suppress(tx, { ...bounce, scope: "all", reason: "soft_bounces", source: "bounce", evidence })
    return true
  }

  /** A delivery or a human open: what bounced softly before does not count any more. */
  async signOfLife(tx: Db, emailHashes: Buffer[]): Promise<void> {
    if (emailHashes.length > 0) await tx.query(deleteSoftBounces(emailHashes))
  }

  /** "This is spam": no marketing for good, and what waits is taken back in the same transaction. */
  async complaint(
    tx: Db,
    complaint: { emailHash: Buffer; emailNorm?: string | null; messageId: string | null; source: string },
  ) {
    const { emailHash, messageId, source } = complaint
    const evidence = { messageId }
    const made = await this.suppress(tx, { ...complaint, scope: "marketing", reason: "complaint", source, evidence })
    for (const { contact_id: contactId } of await tx.query<{ contact_id: string }>(selectContactsOfHash(emailHash)))
      await this.cancelWaiting(tx, { contactId, emailHash, topicId: null, reason: "suppressed_complaint" })
    return made
  }

  /** Takes back what waits for this address: marketing of the topic, or all marketing. Receipts are never touched. */
  async cancelWaiting(
    tx: Db,
    scope: {
      contactId: string
      emailHash: Buffer
      topicId: string | null
      reason: "unsubscribed" | "suppressed_complaint" | "erased"
    },
  ): Promise<number> {
    return (await tx.query(cancelWaiting([scope], scope))).length
  }

  /** What waits for whom was stopped by hand: it would be refused at the claim, but its report should say so at once. */
  async dropWaiting(tx: Db, suppressed: Suppressed & SuppressionScope): Promise<number> {
    const { email_hash: emailHash, domain } = await this.whom(suppressed)
    const topicId = suppressed.scope === "topic" ? suppressed.topicId : null
    return (await tx.query(cancelSuppressed({ emailHash, domain, scope: suppressed.scope, topicId }))).length
  }

  private async whom(whom: Suppressed): Promise<Pick<NewSuppression, "email_hash" | "email_norm" | "domain">> {
    if ("domain" in whom) return { email_hash: null, email_norm: null, domain: whom.domain.toLowerCase() }
    if ("emailHash" in whom) return { email_hash: whom.emailHash, email_norm: whom.emailNorm ?? null, domain: null }
    const address = normaliseAddress(whom.email)
    if (!address.ok) throw new Error(`Cannot suppress ${JSON.stringify(whom.email)}: it is not an e-mail address.`)
    return { email_hash: await this.keyring.emailHash(address.emailNorm), email_norm: address.emailNorm, domain: null }
  }
}
