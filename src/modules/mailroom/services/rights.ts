import { MedusaError } from "@medusajs/framework/utils"
import { ALL_RIGHTS, refuseRightsChange, rightsOf, type Rights } from "../../../core/settings/rights"
import type { Database } from "../database"
import { lockRights, selectAllRights, selectRights, upsertRights, type RightsRow } from "../sql/rights"

/** Who asks: an admin user, or a secret API key (`userId` null), which has all rights. */
export type Actor = { userId: string | null }

/** What each admin user may do in Mailroom (F25). */
export class RightsService {
  constructor(private readonly db: Database) {}

  async of({ userId }: Actor): Promise<{ rights: Rights; isOpen: boolean }> {
    if (userId === null) return { rights: ALL_RIGHTS, isOpen: false }
    const [row] = await this.db.query<{ entry: RightsRow | null; anybody_set: boolean }>(selectRights(userId))
    return { rights: rightsOf(row!.entry && strip(row!.entry), row!.anybody_set), isOpen: !row!.anybody_set }
  }

  /** All entries by user. */
  async entries(): Promise<Map<string, Rights>> {
    const rows = await this.db.query<RightsRow>(selectAllRights())
    return new Map(rows.map((row) => [row.user_id, strip(row)]))
  }

  /**
   * Gives and takes rights. The first entry of all also writes one for the giver, who would otherwise be left with
   * `see` alone by his own act.
   */
  async set(userId: string, after: Rights, giver: Actor): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query(lockRights())
      const rows = await tx.query<RightsRow>(selectAllRights())
      const entry = (id: string | null) => rows.find((row) => row.user_id === id) ?? null
      const anybodySet = rows.length > 0
      const giverRights = giver.userId === null ? ALL_RIGHTS : rightsOf(entry(giver.userId), anybodySet)
      const isFirst = !anybodySet && giver.userId !== null && giver.userId !== userId
      const refusal = refuseRightsChange({
        giver: giverRights,
        before: rightsOf(entry(userId), anybodySet),
        after,
        othersWithEdit: rows.filter((row) => row.edit && row.user_id !== userId).length + (isFirst ? 1 : 0),
      })
      if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal)
      if (isFirst) await tx.query(upsertRights({ userId: giver.userId!, rights: ALL_RIGHTS, by: giver.userId }))
      await tx.query(upsertRights({ userId, rights: after, by: giver.userId }))
    })
  }
}

function strip({ see, edit, send, mail_out }: Rights): Rights {
  return { see, edit, send, mail_out }
}
