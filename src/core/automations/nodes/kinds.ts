import type { NodeKind } from "../node-kind"
import { filter } from "./filter"
import { notifyThirdParty } from "./notify-third-party"
import { promotion } from "./promotion"
import { sendEmail } from "./send-email"
import { wait } from "./wait"
import { webhook } from "./webhook"

/** Every kind of node, in the order in which the editor offers them. A new kind is a new file and one line here. */
export const NODE_KINDS = [sendEmail, wait, filter, notifyThirdParty, webhook, promotion] as unknown as readonly NodeKind[]

const byKind = new Map(NODE_KINDS.map((kind) => [kind.kind, kind]))

export const nodeKindOf = (kind: string): NodeKind | undefined => byKind.get(kind)
