import { useMemo } from "react"
import { exitKey, START, TRIGGER } from "../../../src/core/automations/editing/flow"
import type { EntrantPath } from "../../parts/api/flows"
import { useRead } from "../../parts/use-mailroom"

/** Steps and exits that one person took; null while nobody is chosen. */
export function useLitWay(automationId: string, enrolmentId: string | null): ReadonlySet<string> | null {
  const read = useRead<EntrantPath>(`/automations/${automationId}/entrants/${enrolmentId}`, {
    enabled: enrolmentId !== null,
  })
  return useMemo(() => (enrolmentId && read.data ? litBy(read.data) : null), [enrolmentId, read.data])
}

function litBy({ entrant, decisions, messages, effects }: EntrantPath): Set<string> {
  const lit = new Set<string>([TRIGGER, exitKey(START)])
  for (const { node, exit } of decisions) {
    if (!node) continue
    lit.add(node)
    if (exit) lit.add(exitKey({ node, exit }))
  }
  for (const { node } of [...messages, ...effects]) if (node) lit.add(node)
  if (entrant.node) lit.add(entrant.node)
  return lit
}
