import { useMemo } from "react"
import { exitKey, START, TRIGGER } from "../../../src/core/automations/editing/flow"
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

/** An exit was taken where the next step of the way stands behind it. */
function litBy({ entrant, path, way }: EntrantOnWay): Set<string> {
  const steps = new Set<string>([...path.map(({ node }) => node), entrant.node].filter((id) => id !== null))
  const lit = new Set<string>([TRIGGER, exitKey(START), ...steps])
  for (const { id, exits } of way.nodes)
    for (const [exit, target] of Object.entries(exits))
      if (steps.has(id) && target !== null && steps.has(target)) lit.add(exitKey({ node: id, exit }))
  return lit
}
