import { cellsOf } from "../../core/segments/rfm-groups"
import {
  RFM_ENTERED,
  SEGMENT_ENTERED,
  type RfmEnteredSettings,
  type SegmentEnteredSettings,
} from "../../core/automations/triggers/people"
import type { Statement } from "../../modules/mailroom/database"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectMembersOfCells } from "../../modules/mailroom/sql/enter"

type Members = { members: Statement; group: string }

/** Whoever is in the group of people that a trigger waits for. */
export const PEOPLE_CLOCKS: Record<string, (mailroom: Mailroom, settings: unknown) => Promise<Members>> = {
  [SEGMENT_ENTERED]: async ({ segmentMembers }, settings) => {
    const { segmentId } = settings as SegmentEnteredSettings
    return { members: await segmentMembers.statementOf(segmentId), group: segmentId }
  },
  [RFM_ENTERED]: async (_mailroom, settings) => {
    const { groups } = settings as RfmEnteredSettings
    return { members: selectMembersOfCells(cellsOf(groups)), group: "rfm" }
  },
}

/** A look compares a whole segment; a minute is soon enough for what changes by the day. */
export const PEOPLE_EVERY_MS = 60_000
