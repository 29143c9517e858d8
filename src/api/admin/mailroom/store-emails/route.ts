import { answer } from "../call"
import { storeEmailAnswer } from "../store-email-answer"

export const GET = answer(async ({ mailroom: { automations } }) => {
  const list = (await automations.list("store_email")).filter(({ builtin }) => builtin !== null)
  const [figures, cart] = await Promise.all([
    automations.figures(list.map(({ id }) => id)),
    automations.reminderStats(),
  ])
  return { store_emails: list.map((one) => storeEmailAnswer(one, figures.get(one.id), cart)) }
})
