import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type Dated = { id: string; at: Date }

/**
 * Medusa stamps everything with the present; a shop of two years needs a past. Only here, on the demo's own database,
 * Medusa's tables are written by hand. `column` names what `id` is compared with.
 */
export async function backDate(
  container: MedusaContainer,
  tables: string[],
  rows: Dated[],
  column = "id",
): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const table of tables)
    await database.raw(
      `UPDATE "${table}" SET created_at = past.at, updated_at = past.at
       FROM unnest(?::text[], ?::timestamptz[]) AS past (id, at) WHERE "${table}".${column} = past.id`,
      [rows.map(({ id }) => id), rows.map(({ at }) => at.toISOString())],
    )
}
