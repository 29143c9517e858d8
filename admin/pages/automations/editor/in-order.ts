import type { Catalogue, Draft } from "../../../parts/api/flows"
import { exitsFor } from "./exits-for"

/** The database keeps the exits of a step in an order of its own; here the first is again the one that goes straight on. */
export function inOrder(draft: Draft, catalogue: Catalogue): Draft {
  return {
    ...draft,
    nodes: draft.nodes.map((node) => {
      const info = catalogue.nodes.find(({ kind }) => kind === node.kind)
      const stored = Object.keys(node.exits)
      const known = exitsFor(info, node.settings, info?.exits ?? stored)
      const names = [...known, ...stored.filter((exit) => !known.includes(exit) && node.exits[exit] !== null)]
      return { ...node, exits: Object.fromEntries(names.map((exit) => [exit, node.exits[exit] ?? null])) }
    }),
  }
}
