import { z } from "zod"
import { filterKind } from "../filter-kind"

/** Only people of one of these customer groups. */
export const customerGroup = filterKind({
  kind: "customer_group",
  settings: z.object({
    ids: z.array(z.string().trim().min(1).max(100)).min(1, "choose at least one customer group").max(200),
  }),
  defaults: { ids: [] },
  judge({ settings: { ids }, know }) {
    const person = know({ about: "person" })
    if (!person) return { ask: [{ about: "person" }] }
    const { groupIds = [] } = person
    return { holds: groupIds.some((id) => ids.includes(id)), saw: { groupIds } }
  },
})
