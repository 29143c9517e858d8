import { MedusaError } from "@medusajs/framework/utils"
import { eraseFromJson, eraseFromText, needlesOf } from "../../../core/contacts/erase-json"
import { normaliseAddress } from "../../../core/contacts/normalise-address"
import type { Database, Db } from "../database"
import type { Bus } from "../mailroom"
import {
  advanceErasure,
  cancelAllWaiting,
  deleteAt,
  ERASE_STEPS,
  eraseStep,
  insertErasure,
  lockContactToErase,
  selectAddressesToErase,
  selectErasure,
  selectHolding,
  selectRunningErasure,
  selectSearchedTables,
  updateAt,
  type ErasureRow,
  type Place,
  type SearchedTable,
} from "../sql/erasure"
import type { ConsentService } from "./consent"
import type { KeyringService } from "./keyring"
import type { SuppressionService } from "./suppression"

export type Erasure = Omit<ErasureRow, "sealed_addresses" | "position">

type AddressToErase = { id: string; email: string | null; email_norm: string | null; email_hash: Buffer }
type HoldingRow = Record<string, unknown> & { ctid: string }

/** Blocks of 8 KB looked through in one transaction: a fraction of a second also where rows are wide. */
const BLOCKS_AT_ONCE = 2_000
const LAST_BLOCK = 0x7fffffff

/** Rows that are about one person: found by the address they go as a whole, not only the address in them. */
const DELETED_WHOLE = new Set(["import_row", "import_problem", "subscription_request", "cart"])

/**
 * Forgets a person (GDPR art. 17). At once, in one transaction: everything that waits is taken back, the address is
 * suppressed as a keyed hash, the person's rows lose what says who it was. Then, in the background, the whole schema is
 * looked through for the address, block by block: replies of servers, lists of recipients, files, contexts of other mails.
 */
export class ErasureService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      keyring: KeyringService
      consent: ConsentService
      suppression: SuppressionService
      bus: Bus
    },
  ) {}

  /** `confirm` is the person's address, typed again. Throws NOT_FOUND, NOT_ALLOWED (erased before), INVALID_DATA. */
  async erase(contactId: string, { confirm, by }: { confirm: string; by: string | null }): Promise<Erasure> {
    const addresses = await this.db.query<AddressToErase>(selectAddressesToErase(contactId))
    if (addresses.length === 0)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    const spelled = addresses.flatMap(({ email, email_norm }) => [email ?? [], email_norm ?? []].flat())
    if (spelled.length === 0) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This person was erased before.")
    const typed = normaliseAddress(confirm)
    if (!typed.ok || !addresses.some(({ email_norm }) => email_norm === typed.emailNorm))
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `confirm is ${JSON.stringify(confirm)}, which is not this person's address. Type the address to erase for good.`,
      )
    const sealed = await this.services.keyring.seal(JSON.stringify([...new Set(spelled)]))
    const erasure = await this.db.transaction((tx) => this.eraseIn(tx, { contactId, by, addresses, sealed }))
    await this.services.bus.emit("mailroom.contact.erased", { contact_id: contactId })
    return shown(erasure)
  }

  /** The last erasure of this contact, with its report; null when there was none. */
  async of(contactId: string): Promise<Erasure | null> {
    const [row] = await this.db.query<ErasureRow>(selectErasure(contactId))
    return row ? shown(row) : null
  }

  /** Looks through the next blocks of the schema; false when no erasure is under way. */
  async advance(): Promise<boolean> {
    const [row] = await this.db.query<ErasureRow>(selectRunningErasure())
    if (!row) return false
    const needles = needlesOf(JSON.parse(await this.services.keyring.unseal(row.sealed_addresses!)) as string[])
    const ahead = piecesOf(await this.db.query<SearchedTable>(selectSearchedTables()), row.position)
    await this.db.transaction(async (tx) => {
      const report = { ...row.report }
      let looked = 0
      let done = 0
      // Small tables are looked through several at a time.
      for (const piece of ahead) {
        await this.search(tx, piece, needles, report)
        done += 1
        looked += Math.min(BLOCKS_AT_ONCE, piece.table.blocks)
        if (looked >= BLOCKS_AT_ONCE) break
      }
      const last = ahead[done - 1]
      const to = last ? { table: last.table.table, block: last.toBlock } : row.position
      await tx.query(advanceErasure(row.id, { from: row.position, to, report, isDone: done === ahead.length }))
    })
    return true
  }

  private async eraseIn(
    tx: Db,
    asked: { contactId: string; by: string | null; addresses: AddressToErase[]; sealed: Buffer },
  ): Promise<ErasureRow> {
    const { contactId, by, addresses, sealed } = asked
    const [contact] = await tx.query<{ erased_at: Date | null }>(lockContactToErase(contactId))
    if (contact?.erased_at) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This person was erased before.")
    const spelled = addresses.flatMap(({ email, email_norm }) => [email ?? [], email_norm ?? []].flat())
    const hashes = addresses.map(({ email_hash }) => email_hash)
    // The chains end with a word of their own: nobody was asked to write to this address any more.
    await this.services.consent.append(
      tx,
      addresses.map(({ id }) => ({
        addressId: id,
        said: [
          { purpose: "marketing", action: "withdraw" },
          { purpose: "tracking", action: "withdraw" },
        ],
      })),
      { source: "erasure", actor: by ?? "api" },
    )
    for (const emailHash of hashes)
      await this.services.suppression.suppress(tx, {
        emailHash,
        scope: "marketing",
        reason: "erasure",
        source: "erasure",
        by,
      })
    const cancelled = await tx.query(cancelAllWaiting(contactId, spelled))
    const report: Record<string, number> = { cancelled_mails: cancelled.length }
    for (const [name, text] of ERASE_STEPS) {
      const { length } = await tx.query(eraseStep(text, { contactId, addresses: spelled, hashes }))
      if (length > 0) report[name] = length
    }
    const [row] = await tx.query<ErasureRow>(insertErasure(contactId, by, sealed))
    const { id, position } = row!
    const [started] = await tx.query<ErasureRow>(
      advanceErasure(id, { from: position, to: position, report, isDone: false }),
    )
    return started!
  }

  private async search(tx: Db, piece: Piece, needles: string[], report: Record<string, number>): Promise<void> {
    const rows = await tx.query<HoldingRow>(selectHolding(piece.table, { needles, ...piece }))
    for (const row of rows) {
      const { table } = piece.table
      const isWhole = DELETED_WHOLE.has(table)
      const changed = isWhole ? [] : changesOf(row, piece.table, needles)
      if (isWhole) await tx.query(deleteAt(table, row.ctid))
      else if (changed.length > 0) await tx.query(updateAt(table, row.ctid, changed))
      const found = `found_in_${table.replace(/_(\d{6}|default)$/, "")}`
      report[found] = (report[found] ?? 0) + 1
    }
  }
}

type Piece = { table: SearchedTable; fromBlock: number; toBlock: number }

/** What is still ahead, in pieces, in the order of names; a table's last piece is open, for the rows that came since. */
function piecesOf(tables: SearchedTable[], from: Place): Piece[] {
  return tables.flatMap((table) => {
    if (table.table < from.table) return []
    const begin = table.table === from.table ? from.block : 0
    if (begin >= LAST_BLOCK) return []
    const count = Math.max(1, Math.ceil((table.blocks - begin) / BLOCKS_AT_ONCE))
    return Array.from({ length: count }, (_, n) => ({
      table,
      fromBlock: begin + n * BLOCKS_AT_ONCE,
      toBlock: n === count - 1 ? LAST_BLOCK : begin + (n + 1) * BLOCKS_AT_ONCE,
    }))
  })
}

function changesOf(row: HoldingRow, { columns }: SearchedTable, needles: string[]) {
  // A mail to another spelling of the address: its recipient's name goes with it.
  const isRecipient = typeof row.to_email === "string" && needles.includes(row.to_email.toLowerCase())
  return columns.flatMap(({ name, type, isNullable }) => {
    const before = row[name]
    if (before === null || before === undefined) return []
    const after = isRecipient && name === "to_name" ? null : erasedValue(before, type, needles)
    if (JSON.stringify(after) === JSON.stringify(before)) return []
    const empty = type.startsWith("json") ? {} : type === "text[]" ? [] : type === "bytea" ? Buffer.alloc(0) : ""
    return [{ name, type, value: after === null && !isNullable ? empty : after }]
  })
}

function erasedValue(value: unknown, type: string, needles: string[]): unknown {
  if (type === "bytea") {
    const text = (value as Buffer).toString("latin1").toLowerCase()
    return needles.some((needle) => text.includes(Buffer.from(needle).toString("latin1"))) ? null : value
  }
  if (type.startsWith("json") || type === "text[]") return eraseFromJson(value, needles)
  const text = String(value)
  return needles.includes(text.trim().toLowerCase()) ? null : eraseFromText(text, needles)
}

function shown({ sealed_addresses: _, position: __, ...row }: ErasureRow): Erasure {
  return row
}
