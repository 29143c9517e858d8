import { occurrenceKey, splitSecrets, type Payload, type TriggerEvent } from "../../../core/automations/events"
import { afterCommit, type Db } from "../database"
import {
  claimTriggers,
  finishTrigger,
  insertTrigger,
  postponeTrigger,
  requestRefresh,
  selectSealed,
  wipeSealed,
  type TriggerRow,
  type TriggerSource,
} from "../sql/triggers"
import type { Wakes } from "../wakes"
import type { KeyringService } from "./keyring"

export type Occurrence = {
  event: TriggerEvent
  payload: Payload
  source: TriggerSource
  /** Null: now. */
  occurredAt?: Date | null
}

/** What the shop's own data must be read for before it is an occurrence. */
export type Hint = { hint: "payment" | "invite"; id: string }

/** What of the shop has changed and must be read again into the read model. */
export type Changed = { kind: "order" | "cart" | "customer" | "product"; id: string }

/** The inbox of everything that may set an automation off. Writing is quick and safe to repeat; working it off is a loop. */
export class TriggerService {
  constructor(
    private readonly db: Db,
    private readonly keyring: KeyringService,
    private readonly wakes: Wakes,
  ) {}

  /** Writes an occurrence down. False: it stands there already, from the bus, a redelivery or the reconciler. */
  async record({ event, payload, source, occurredAt = null }: Occurrence, tx: Db = this.db): Promise<boolean> {
    const { open, secret } = splitSecrets(event, payload)
    const rows = await tx.query(
      insertTrigger({
        event,
        occurrenceKey: occurrenceKey(event, payload),
        payload: open,
        sealed: secret ? await this.keyring.seal(JSON.stringify(secret)) : null,
        source,
        occurredAt,
      }),
    )
    if (rows.length > 0) this.wakeAfter(tx)
    return rows.length > 0
  }

  /** The same of what has no event of ours: it says by itself under which name and key it stands, and holds no secret. */
  async recordNamed(
    named: { event: string; occurrenceKey: string; payload: Payload; source: TriggerSource; occurredAt: Date | null },
    tx: Db = this.db,
  ): Promise<boolean> {
    const rows = await tx.query(insertTrigger({ ...named, sealed: null }))
    if (rows.length > 0) this.wakeAfter(tx)
    return rows.length > 0
  }

  /**
   * For events that name less than the occurrence: `payment.captured` has the payment's id but not the capture's. The
   * trigger loop reads the shop and records what it finds.
   */
  async hint({ hint, id }: Hint): Promise<void> {
    await this.db.query(requestRefresh({ key: `${hint}:${id}`, payload: { hint, id } }))
    this.wakeAfter(this.db)
  }

  /** Asks the trigger loop to read a thing of the shop again into the read model. */
  async changed({ kind, id }: Changed): Promise<void> {
    await this.db.query(requestRefresh({ key: `${kind}:${id}`, payload: { kind, id } }))
    this.wakeAfter(this.db)
  }

  claim(limit: number, leaseSeconds = 60): Promise<TriggerRow[]> {
    return this.db.query<TriggerRow>(claimTriggers({ limit, leaseSeconds }))
  }

  /** In the transaction of what came of it. Throws when another process took the row over: then everything is undone. */
  async finish(tx: Db, row: TriggerRow, outcome: string, { keepSecret = false } = {}): Promise<void> {
    const done = await tx.query(finishTrigger({ id: row.id, token: row.lease_token, outcome, wipe: !keepSecret }))
    if (done.length === 0) throw new Error(`Trigger ${row.id} (${row.event}) was taken over by another process.`)
  }

  async postpone(row: TriggerRow, seconds: number, error: string): Promise<void> {
    await this.db.query(postponeTrigger({ id: row.id, token: row.lease_token, seconds, error: error.slice(0, 500) }))
  }

  /** What was sealed away from the payload, or null when there is nothing (any more). */
  async secretOf(triggerId: string): Promise<Payload | null> {
    const [row] = await this.db.query<{ sealed_payload: Buffer | null }>(selectSealed(triggerId))
    return row?.sealed_payload ? (JSON.parse(await this.keyring.unseal(row.sealed_payload)) as Payload) : null
  }

  private wakeAfter(db: Db): void {
    afterCommit(db, () => this.wakes.wake("triggers"))
  }

  async wipeSecret(tx: Db, triggerId: string): Promise<void> {
    await tx.query(wipeSealed(triggerId))
  }
}
