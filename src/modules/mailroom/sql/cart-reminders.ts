import { builtinAutomationId } from "../../../core/automations/builtins"
import type { Statement } from "../database"

/** Another live automation that reminds of carts, if this one does: the built-in reminder and copies of the series. */
export function selectOtherCartReminder(id: string): Statement {
  return {
    text: `
      SELECT other.name FROM mailroom.automation mine JOIN mailroom.automation other ON other.id <> mine.id
      WHERE mine.id = $1 AND (mine.id = $2 OR mine.recipe_key = 'abandoned_cart')
        AND (other.id = $2 OR other.recipe_key = 'abandoned_cart')
        AND other.state IN ('live', 'paused') AND other.archived_at IS NULL
      ORDER BY other.created_at, other.id LIMIT 1`,
    values: [id, builtinAutomationId("cart_reminder")],
  }
}
