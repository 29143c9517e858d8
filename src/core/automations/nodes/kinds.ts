import type { NodeKind } from "../node-kind"
import { cascade } from "./cascade"
import { checkEmail } from "./check-email"
import { filter } from "./filter"
import { limit } from "./limit"
import { notifyThirdParty } from "./notify-third-party"
import { ownAction } from "./own-action"
import { promotion } from "./promotion"
import { selectCustomers } from "./select-customers"
import { sendEmail } from "./send-email"
import { sendPush } from "./send-push"
import { sendSms } from "./send-sms"
import { split } from "./split"
import { tag } from "./tag"
import { task } from "./task"
import { wait } from "./wait"
import { waitUntil } from "./wait-until"
import { webhook } from "./webhook"

/** Every kind of node, in the order in which the editor offers them. A new kind is a new file and one line here. */
export const NODE_KINDS = [
  sendEmail,
  sendSms,
  sendPush,
  cascade,
  checkEmail,
  wait,
  waitUntil,
  filter,
  split,
  limit,
  selectCustomers,
  tag,
  notifyThirdParty,
  webhook,
  task,
  promotion,
  ownAction,
] as unknown as readonly NodeKind[]

const byKind = new Map(NODE_KINDS.map((kind) => [kind.kind, kind]))

export const nodeKindOf = (kind: string): NodeKind | undefined => byKind.get(kind)
