import { nodeKindOf } from "../../../../src/core/automations/nodes/kinds"
import type { NodeKindInfo } from "../../../parts/api/flows"

/** Exits of a step with these settings; while they are half written the ones before stay. */
export function exitsFor(info: NodeKindInfo | undefined, settings: unknown, before: string[]): string[] {
  const kind = info && nodeKindOf(info.kind)
  if (!kind) return before
  const parsed = kind.settings.safeParse(settings)
  return parsed.success ? kind.exitsOf(parsed.data) : before
}
