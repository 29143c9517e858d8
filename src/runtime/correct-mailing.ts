import { MedusaError } from "@medusajs/framework/utils"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { CorrectionInput } from "../modules/mailroom/services/mailing-corrections"
import type { Mailing } from "../modules/mailroom/services/mailings"
import { CompileError } from "../rendering/compile-error"
import { publishMailing } from "./mailing-content"

/** Another text for all who have not got it yet (F33): a paused mailing goes on with it. What is no mail is the author's to mend. */
export async function correctMailing(
  mailroom: Mailroom,
  id: string,
  { revision, by, ...input }: CorrectionInput & { revision: number; by: string | null },
): Promise<Mailing> {
  const proposed = await mailroom.mailingCorrections.proposed(id, input)
  try {
    const content = await publishMailing(mailroom, proposed)
    return await mailroom.mailingCorrections.keep(proposed, revision, (tx) => content.store(tx, by))
  } catch (error) {
    if (error instanceof CompileError) throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    throw error
  }
}
