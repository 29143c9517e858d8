import { MedusaError } from "@medusajs/framework/utils"
import { liftRefusal } from "../../../core/contacts/lift-refusal"
import { addressProblemText, normaliseAddress, normaliseDomain } from "../../../core/contacts/normalise-address"
import { pageOf } from "../../../core/reports/cursor"
import { UUID } from "../../../core/reports/uuid"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import { selectSuppression, selectSuppressions, type ListedSuppression } from "../sql/suppression-list"
import type { KeyringService } from "./keyring"
import type { SuppressionScope, SuppressionService } from "./suppression"
import type { TopicService } from "./topics"

/** `Suppression` of docs/api.md. */
export type SuppressionAnswer = Omit<ListedSuppression, "created_at" | "expires_at" | "lifted_at" | "is_over"> & {
  created_at: string
  expires_at: string | null
  lifted_at: string | null
  /** Holds now: neither lifted nor over. */
  is_active: boolean
  can_lift: boolean
}

export type NewManualSuppression = {
  /** An address, or a whole domain. */
  whom: { email: string } | { domain: string }
  scope: "all" | "marketing" | "topic"
  topicId?: string | null
  note: string
  expiresAt?: Date | null
}

const DEFAULT_LIMIT = 50

/** Who must not be written to, as the owner sees, adds and lifts it (F21). */
export class SuppressionListService {
  constructor(
    private readonly db: Database,
    private readonly services: { keyring: KeyringService; suppression: SuppressionService; topics: TopicService },
  ) {}

  async list(query: {
    q?: string | null
    reasons?: string[] | null
    withLifted?: boolean
    domainsOnly?: boolean
    cursor?: string | null
    limit?: number
  }): Promise<{ suppressions: SuppressionAnswer[]; next_cursor: string | null }> {
    const limit = query.limit ?? DEFAULT_LIMIT
    const [after = null] = pageStart(query.cursor) ?? []
    const q = query.q?.trim().toLowerCase() || null
    const address = q === null ? null : normaliseAddress(q)
    const rows = await this.db.query<ListedSuppression>(
      selectSuppressions({
        // Whole addresses are found by their hash, too: after an erasure nothing else is left of them.
        emailHash: address?.ok ? await this.services.keyring.emailHash(address.emailNorm) : null,
        q: q === null ? null : q.replace(/^@/, ""),
        reasons: query.reasons ?? null,
        withLifted: query.withLifted ?? false,
        domainsOnly: query.domainsOnly ?? false,
        after,
        limit: limit + 1,
      }),
    )
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { suppressions: page.map(shown), next_cursor }
  }

  async get(id: string): Promise<SuppressionAnswer> {
    const [row] = UUID.test(id) ? await this.db.query<ListedSuppression>(selectSuppression(id)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no suppression "${id}".`)
    return shown(row)
  }

  /** From now on, and for what waits already. */
  async add(input: NewManualSuppression, by: string | null): Promise<SuppressionAnswer> {
    const scope = await this.scope(input)
    const whom = whomOf(input.whom)
    const id = await this.db.transaction(async (tx) => {
      const { id } = await this.services.suppression.suppress(tx, {
        ...whom,
        ...scope,
        reason: "manual",
        source: "admin",
        evidence: { note: input.note },
        by: by ?? "api key",
        expiresAt: input.expiresAt ?? null,
      })
      await this.services.suppression.dropWaiting(tx, { ...whom, ...scope })
      return id
    })
    return this.get(id)
  }

  async lift(id: string, lift: { reason: string; by: string | null }): Promise<SuppressionAnswer> {
    const { reason, is_active: isActive } = await this.get(id)
    if (!isActive) throw notAllowed("It does not hold any more: nothing is left to be lifted.")
    const refusal = liftRefusal(reason)
    if (refusal) throw notAllowed(refusal)
    await this.services.suppression.lift(this.db, { id, by: lift.by ?? "api key", reason: lift.reason })
    return this.get(id)
  }

  private async scope({ scope, topicId }: NewManualSuppression): Promise<SuppressionScope> {
    if (scope !== "topic") return { scope }
    if (!topicId) throw invalid('topic_id is missing: scope "topic" stops one topic, say which.')
    await this.services.topics.get(topicId)
    return { scope, topicId }
  }
}

function whomOf(whom: NewManualSuppression["whom"]): { email: string } | { domain: string } {
  if ("domain" in whom) {
    const domain = normaliseDomain(whom.domain)
    if (domain === null)
      throw invalid(
        `domain is ${JSON.stringify(whom.domain)}: give a whole domain such as example.com, without @ and without a path.`,
      )
    return { domain }
  }
  const address = normaliseAddress(whom.email)
  if (!address.ok) throw invalid(addressProblemText(whom.email, address.problem))
  return { email: whom.email }
}

function shown({ is_over: isOver, ...row }: ListedSuppression): SuppressionAnswer {
  const isActive = row.lifted_at === null && !isOver
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    lifted_at: row.lifted_at?.toISOString() ?? null,
    is_active: isActive,
    can_lift: isActive && liftRefusal(row.reason) === null,
  }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
