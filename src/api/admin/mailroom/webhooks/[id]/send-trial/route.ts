import { sendTrialWebhook } from "../../../../../../runtime/effects/webhook"
import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({
  attempt: await sendTrialWebhook(mailroom, params.id!),
}))
