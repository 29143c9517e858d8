import type { ConditionOf } from "./conditions"
import { inSet, negatedIf, within, type Leaf, type LeafContext } from "./sql-leaf"

/** The answer that counts: the last one that a person gave, at its time. By the table's primary key. */
export function pollLeaf(condition: ConditionOf<"poll">, context: LeafContext): Leaf {
  const { put } = context
  const chosen = condition.answers ? ` AND p.answers && ${put(condition.answers)}::smallint[]` : ""
  return negatedIf(
    condition.op === "not_answered",
    inSet(`SELECT p.contact_id FROM mailroom.poll_answer p
    WHERE p.poll_id = ${put(condition.poll_id)}${chosen}${within("p.answered_at", condition.within, context)}`),
  )
}
