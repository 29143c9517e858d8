import type { EffectKind } from "../../core/automations/effect-kinds"
import type { EffectRunner } from "./effect-runner"
import { notice } from "./notice"
import { occurrenceNotice } from "./occurrence-notice"
import { ownAction } from "./own-action"
import { promotion } from "./promotion"
import { say } from "./say"
import { task } from "./task"
import { webhook } from "./webhook"

/** By the `kind` of the row. A new one is a file here and a node in `core/automations/nodes/`. */
export const effectRunners: Record<EffectKind, EffectRunner> = {
  notice,
  occurrence_notice: occurrenceNotice,
  own_action: ownAction,
  promotion,
  send_push: say("push"),
  send_sms: say("sms"),
  task,
  webhook,
}
