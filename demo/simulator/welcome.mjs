import { pause } from "../parts/medusa.mjs"
import { isTo, mailsIn } from "./inbox.mjs"
import { openStorefront, placeOrder, register } from "./storefront.mjs"

/** One order and one registration through Medusa's own workflows, and a look whether their mails came. */
export async function welcomeShoppers({ origin, inbox }, say) {
  const storefront = await openStorefront(origin)
  const newcomer = await register(storefront)
  const { person: buyer, order } = await placeOrder(storefront)
  say(`${newcomer.email} registered, ${buyer.email} placed order #${order.display_id}`)
  if (!inbox) return say("no inbox to look into: the mails went to SMTP_URL")
  const missing = await waitForMails(inbox, [newcomer.email, buyer.email])
  if (missing.length)
    say(`no mail to ${missing.join(" and ")} within a minute: Mailroom > Overview in the admin says why`)
  else say("both mails lie in the inbox")
}

async function waitForMails(inbox, addresses, until = Date.now() + 60_000) {
  const mails = await mailsIn(inbox)
  const missing = addresses.filter((address) => !mails.some((mail) => isTo(mail, address)))
  if (!missing.length || Date.now() > until) return missing
  await pause(250)
  return waitForMails(inbox, addresses, until)
}
