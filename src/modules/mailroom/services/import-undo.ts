import type { Counts } from "../../../core/contacts/import-counts"
import type { Db } from "../database"
import {
  deleteMadeContacts,
  liftImportedSuppressions,
  restoreProfiles,
  selectStillImported,
  selectUntouched,
} from "../sql/import-undo"
import type { ImportChange } from "../sql/import-changes"
import { lockContacts } from "../sql/consent"
import type { ConsentService, Said, Utterance } from "./consent"

type Word = {
  purpose: "marketing" | "topic"
  topicId?: string | null
  action: "grant" | "withdraw"
  before: string
  basisBefore?: string | null
  expiresBefore?: string | null
  topicsBefore?: string[]
}

/**
 * Takes back what an import did, and nothing that happened since. The consent log is only added to: each word gets a
 * counter entry. Who was made by the import and has done nothing since goes; everybody else stays, as before the import.
 */
export class ImportUndoService {
  constructor(private readonly consent: ConsentService) {}

  /** One chunk, in the caller's transaction. */
  async undo(tx: Db, context: { importId: string; by: string | null }, changes: ImportChange[]): Promise<Counts> {
    const contactIds = [...new Set(changes.flatMap(({ contact_id }) => contact_id ?? []))]
    await tx.query(lockContacts(contactIds))
    const suppressionIds = changes.flatMap(({ suppression_ids }) => suppression_ids)
    const lifted =
      suppressionIds.length === 0 ? [] : await tx.query(liftImportedSuppressions(suppressionIds, context.by))
    const untouched = await this.untouched(tx, context.importId, changes)
    let restored = 0
    for (const wave of wavesOf(changes.filter(({ contact_id }) => contact_id && !untouched.has(contact_id))))
      restored += (await tx.query(restoreProfiles(wave))).length
    const retracted = await this.retract(tx, context, changes)
    const gone = untouched.size === 0 ? [] : await tx.query(deleteMadeContacts([...untouched]))
    return {
      contacts_removed: gone.length,
      profiles_restored: restored,
      consents_retracted: retracted,
      suppressions_lifted: lifted.length,
      contacts_kept: changes.filter(({ made_contact }) => made_contact).length - gone.length,
    }
  }

  /** Made by the import, and nothing but the import ever had to do with them. */
  private async untouched(tx: Db, importId: string, changes: ImportChange[]): Promise<Set<string>> {
    const made = changes.flatMap(({ made_contact, contact_id }) => (made_contact && contact_id ? [contact_id] : []))
    if (made.length === 0) return new Set()
    const rows = await tx.query<{ id: string }>(selectUntouched(importId, made))
    return new Set(rows.map(({ id }) => id))
  }

  /** Only where the import's word is still the last one on its subject: what somebody said since stands. */
  private async retract(
    tx: Db,
    { importId, by }: { importId: string; by: string | null },
    changes: ImportChange[],
  ): Promise<number> {
    const spoken = changes.filter(({ said, address_id }) => said.length > 0 && address_id)
    if (spoken.length === 0) return 0
    const last = await tx.query<{ address_id: string; subject: string }>(
      selectStillImported(
        importId,
        spoken.map(({ address_id }) => address_id!),
      ),
    )
    const still = new Set(last.map(({ address_id, subject }) => `${address_id} ${subject}`))
    const utterances = spoken
      .map(({ address_id, said }): Utterance => ({
        addressId: address_id!,
        said: (said as Word[])
          .filter((word) => still.has(`${address_id} ${word.topicId ?? word.purpose}`))
          .flatMap(counterWords),
      }))
      .filter(({ said }) => said.length > 0)
    await this.consent.append(tx, utterances, { source: "import_undo", method: importId, actor: by ?? "api" })
    return utterances.length
  }
}

/** A statement changes a row once: who is named twice has his second change in the next one. */
function wavesOf(changes: ImportChange[]): ImportChange[][] {
  const waves: Map<string, ImportChange>[] = []
  for (const change of changes) {
    const wave = waves.find((one) => !one.has(change.contact_id!))
    if (wave) wave.set(change.contact_id!, change)
    else waves.push(new Map([[change.contact_id!, change]]))
  }
  return waves.map((wave) => [...wave.values()])
}

function counterWords(word: Word): Said[] {
  const { purpose, topicId = null } = word
  if (word.action === "grant") {
    const lapse: Said = { purpose, topicId, action: "expire" }
    if (word.before === "subscribed") return []
    return word.before === "pending" ? [lapse, { purpose, topicId, action: "request" }] : [lapse]
  }
  // A withdrawal of somebody who was never subscribed stays: a "no" costs nothing, and nobody may be made writable again.
  if (word.before !== "subscribed") return []
  return [
    {
      purpose: "marketing",
      action: "grant",
      basis: word.basisBefore ?? null,
      expiresAt: word.expiresBefore ? new Date(word.expiresBefore) : null,
    },
    ...(word.topicsBefore ?? []).map((id): Said => ({ purpose: "topic", topicId: id, action: "grant" })),
  ]
}
