import { MedusaError } from "@medusajs/framework/utils"
import type { Builtin } from "../../../core/automations/builtins"
import type { Mailroom } from "../../../modules/mailroom/mailroom"
import type { Automation } from "../../../modules/mailroom/services/automations"
import { storeEmailAnswer } from "./store-email-answer"

/** The store e-mail with this id, or NOT_FOUND: other automations are none of these routes' business. */
export async function oneStoreEmail({ automations }: Mailroom, id: string): Promise<Automation & { builtin: Builtin }> {
  const automation = await automations.get(id)
  if (!automation?.builtin) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no store e-mail "${id}".`)
  return { ...automation, builtin: automation.builtin }
}

export async function storeEmailWithFigures(mailroom: Mailroom, automation: Automation) {
  const { automations } = mailroom
  const figures = await automations.figures([automation.id])
  const cart = automation.builtin?.key === "cart_reminder" ? await automations.reminderStats() : null
  return storeEmailAnswer(automation, figures.get(automation.id), cart)
}
