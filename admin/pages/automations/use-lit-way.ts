import { useMemo } from "react"
import { exitKey, START, TRIGGER, type Flow } from "../../../src/core/automations/editing/flow"
import type { EntrantPath } from "../../parts/api/flows"
import { useRead } from "../../parts/use-mailroom"

/** Steps and exits that one person took; null while nobody is chosen. */
export function useLitWay(automationId: string, flow: Flow, enrolmentId: string | null): ReadonlySet<string> | null {
  const read = useRead<EntrantPath>(`/automations/${automationId}/entrants/${enrolmentId}`, {
    enabled: enrolmentId !== null,
  })
  return useMemo(() => (enrolmentId && read.data ? litBy(read.data, flow) : null), [enrolmentId, read.data, flow])
}

/** An exit was taken where the next step of the way stands behind it. */
function litBy({ entrant, path }: EntrantPath, flow: Flow): Set<string> {
  const steps = new Set<string>([...path.map(({ node }) => node), entrant.node].filter((id) => id !== null))
  const lit = new Set<string>([TRIGGER, exitKey(START), ...steps])
  for (const { id, exits } of flow.nodes)
    for (const [exit, target] of Object.entries(exits))
      if (steps.has(id) && target !== null && steps.has(target)) lit.add(exitKey({ node: id, exit }))
  return lit
}
