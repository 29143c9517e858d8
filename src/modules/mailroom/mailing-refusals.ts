import { MedusaError } from "@medusajs/framework/utils"
import { refusalOf, type MailingAction, type MailingState } from "../../core/mailings/mailing"

/** Somebody saved it meanwhile. */
export function staleMailing(revision: number, current: number): MedusaError {
  return new MedusaError(
    MedusaError.Types.CONFLICT,
    `This mailing was changed meanwhile: revision ${revision} is old, ${current} is current. Load it again; what you wrote is still in this window.`,
  )
}

/** Throws NOT_ALLOWED with the way out when the state does not allow it. */
export function refuseMailing(action: MailingAction, state: MailingState): void {
  const refusal = refusalOf(action, state)
  if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal)
}
