import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"

/** Works off what was asked for many contacts at once, a chunk a turn. The rows themselves say who works on what. */
export function bulkActions({ bulkActions: actions }: Mailroom): Loop {
  return {
    name: "bulk-actions",
    roles: ["worker", "shared"],
    everyMs: 1000,
    turn: async () => ((await actions.workOff()) ? "more" : "idle"),
  }
}
