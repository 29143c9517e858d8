import type { FlowNode, NodeKindInfo } from "../../../parts/api/flows"
import { exitsFor } from "./exits-for"

/** An id says its kind, for whoever reads the automation through the API, and is never used twice. */
export function newStep(info: NodeKindInfo): FlowNode {
  const settings = structuredClone(info.defaults)
  const exits = exitsFor(info, settings, info.exits)
  return {
    id: newStepId(info.kind),
    kind: info.kind,
    settings,
    exits: Object.fromEntries(exits.map((exit) => [exit, null])),
  }
}

export function newStepId(kind: string): string {
  return `${kind}_${crypto.randomUUID().slice(0, 8)}`
}
