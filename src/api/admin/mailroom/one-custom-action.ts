import { MedusaError } from "@medusajs/framework/utils"
import type { Mailroom } from "../../../modules/mailroom/mailroom"
import type { Automation } from "../../../modules/mailroom/services/automations"
import { customActionAnswer } from "./custom-action-answer"

/** The custom action as it is answered, or NOT_FOUND. */
export async function oneCustomAction({ automations }: Mailroom, id: string) {
  const automation = await automations.get(id)
  if (!automation || !isAction(automation))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no custom action "${id}". It may have been deleted.`)
  const figures = await automations.figures([id])
  return customActionAnswer(automation, figures.get(id))
}

export function isAction(
  automation: Automation,
): automation is Automation & { action: NonNullable<Automation["action"]> } {
  return automation.action !== null
}

/** Switching is no part of the form: a correction of the text must not send anything by itself. */
export async function switchAction({ automations }: Mailroom, id: string, isOn: unknown): Promise<void> {
  if (isOn === true) await automations.switchOn(id)
  if (isOn === false) await automations.switchOff(id)
}
