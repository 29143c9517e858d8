import type { BuiltinKey } from "../templates/contexts"
import type { Builtin } from "./builtins"
import { versionSchema, type AutomationVersion } from "./definition"

/** The graph of a built-in: one mail, behind a look at the shop where it needs one. */
export function builtinVersion({ key, event, class: mailClass, isSecret = false, onlyIf }: Builtin): AutomationVersion {
  const send = { id: "send", kind: "send_email", exits: {}, settings: { template: key, class: mailClass, isSecret } }
  const look = { id: "only_if", kind: "filter", exits: { yes: "send" }, settings: { rule: onlyIf } }
  return versionSchema.parse({
    trigger: { kind: event, settings: ACTORS[key] ? { actor: ACTORS[key] } : {} },
    nodes: onlyIf ? [look, send] : [send],
  })
}

/** Whose password: the two templates share an event. */
const ACTORS: Partial<Record<BuiltinKey, "customer" | "user">> = {
  password_reset_customer: "customer",
  password_reset_user: "user",
}
