import { z } from "zod"
import type { Facts } from "../facts"
import { filterKind } from "../filter-kind"

const ofOccurrence = <Kind extends string>(kind: Kind, message: string, idOf: (facts: Facts) => string | null) =>
  filterKind({
    kind,
    settings: z.object({ ids: z.array(z.string().trim().min(1).max(100)).min(1, message).max(200) }),
    defaults: { ids: [] },
    judge({ settings: { ids }, know }) {
      const facts = know({ about: "occurrence" })
      if (!facts) return { ask: [{ about: "occurrence" }] }
      const id = idOf(facts)
      return { holds: id !== null && ids.includes(id), saw: { id } }
    },
  })

/** Only in these sales channels, or regions: of the order or cart, else where the person was seen last. */
export const salesChannel = ofOccurrence(
  "sales_channel",
  "choose at least one sales channel",
  ({ salesChannelId }) => salesChannelId,
)
export const region = ofOccurrence("region", "choose at least one region", ({ regionId }) => regionId)
