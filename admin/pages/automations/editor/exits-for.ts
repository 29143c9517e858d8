import type { NodeKindInfo } from "../../../parts/api/flows"

/**
 * Exits of a step with these settings: those of its kind; the branches of a split are in its settings. The kinds
 * themselves are the server's: what decides there must not be bundled for a browser.
 */
export function exitsFor(info: NodeKindInfo | undefined, settings: unknown, before: string[]): string[] {
  if (!info) return before
  const { arms } = (settings ?? {}) as { arms?: unknown }
  if (!Array.isArray(arms)) return info.exits
  const ids = arms.map((arm: { id?: unknown } | null) => arm?.id).filter((id) => typeof id === "string")
  return ids.length > 0 ? ids : before
}
