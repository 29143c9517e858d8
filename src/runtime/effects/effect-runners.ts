import type { EffectRunner } from "./effect-runner"
import { notice } from "./notice"
import { ownAction } from "./own-action"
import { promotion } from "./promotion"
import { webhook } from "./webhook"

/** By the `kind` of the row. A new one is a file here and a node in `core/automations/nodes/`. */
export const effectRunners: Record<string, EffectRunner> = { notice, own_action: ownAction, promotion, webhook }
