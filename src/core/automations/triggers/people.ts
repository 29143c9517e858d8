import { z } from "zod"
import { RFM_GROUPS } from "../../segments/rfm-groups"
import type { References } from "../node-kind"
import { clockTrigger } from "./clock-trigger"

export const SEGMENT_ENTERED = "segment.entered"
export const RFM_ENTERED = "rfm.entered"

export const segmentEnteredSchema = z.object({ segmentId: z.string().trim().min(1, "choose a segment").max(64) })
export type SegmentEnteredSettings = z.output<typeof segmentEnteredSchema>

export const rfmEnteredSchema = z.object({
  groups: z.array(z.enum(RFM_GROUPS)).min(1, "choose at least one group of buyers").max(RFM_GROUPS.length),
})
export type RfmEnteredSettings = z.output<typeof rfmEnteredSchema>

const entered = <Schema extends z.ZodType>(
  kind: string,
  settings: Schema,
  defaults: Record<string, unknown>,
  references?: (settings: z.output<Schema>) => References,
) =>
  clockTrigger({ kind, group: "customer", subject: "contact", settings, defaults, variables: ["customer"], references })

/** Somebody who was not in a group of people at the last look is in it now. */
export const PEOPLE_TRIGGERS = [
  entered(SEGMENT_ENTERED, segmentEnteredSchema, { segmentId: "" }, ({ segmentId }) => ({ segment: [segmentId] })),
  entered(RFM_ENTERED, rfmEnteredSchema, { groups: ["at_risk"] }),
]
