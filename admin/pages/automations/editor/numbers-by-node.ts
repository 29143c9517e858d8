import type { Flow } from "../../../../src/core/automations/editing/flow"
import { waitBefore } from "../../../../src/core/automations/editing/way-taken"
import type { NodeNumbers } from "../../../parts/api/flows"

/** By step; who has not come to a step yet, because a wait is not over, is counted at the wait. */
export function numbersByNode(numbers: NodeNumbers[], flow: Flow): Map<string, NodeNumbers> {
  const found = new Map(numbers.map((one) => [one.node, { ...one }]))
  for (const { node, ahead } of numbers) {
    const at = found.get(waitBefore(flow, node) ?? node)
    if (at) at.here += ahead
  }
  return found
}
