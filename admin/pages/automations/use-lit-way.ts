import { useMemo } from "react"
import { standsAt, wayTaken } from "../../../src/core/automations/editing/way-taken"
import type { Draft, EntrantOnWay } from "../../parts/api/flows"
import { useRead } from "../../parts/use-mailroom"

/** `flow` is the version that the person walks, `lit` the steps and exits taken; null while nobody is chosen. */
export type LitWay = { enrolment: string; flow: Draft; lit: ReadonlySet<string> }

export function useLitWay(automationId: string, enrolmentId: string | null): LitWay | null {
  const { data } = useRead<EntrantOnWay>(`/automations/${automationId}/entrants/${enrolmentId}`, {
    enabled: enrolmentId !== null,
  })
  return useMemo(
    () => (enrolmentId && data ? { enrolment: data.entrant.id, flow: data.way, lit: litBy(data) } : null),
    [enrolmentId, data],
  )
}

function litBy({ entrant, path, way }: EntrantOnWay): Set<string> {
  const traces = [...path.map(({ node }) => node), standsAt(way, entrant)]
  return wayTaken(
    way,
    traces.filter((id) => id !== null),
  )
}
