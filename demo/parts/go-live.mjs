import { login } from "../simulator/storefront.mjs"
import { request } from "../simulator/request.mjs"

/**
 * What a merchant does once in Mailroom's admin: look whether it is ready, and switch the store e-mails on (a shop that
 * already has orders begins with all of them off). After a change of PORT it also tells the restore guard that this is
 * no copy of a live shop.
 */
export async function goLive({ origin, isFirst }, say) {
  const token = await login(origin)
  const ask = (method, path, body) => request(origin, method, `/admin/mailroom/${path}`, { token, body })
  const { live_shop: print } = await ask("GET", "readiness")
  if (!print.matches) await ask("POST", "readiness/confirm-live-shop", {})
  if (isFirst) await switchOn(ask, say)
  const { ready, findings } = await ask("POST", "readiness/check", {})
  for (const { severity, sentence } of findings) if (severity !== "warning") say(`not ready: ${sentence}`)
  if (ready) say("Mailroom is ready")
}

async function switchOn(ask, say) {
  const { store_emails: mails } = await ask("GET", "store-emails")
  for (const { id, is_on: isOn } of mails) if (!isOn) await ask("POST", `store-emails/${id}`, { is_on: true })
  say(`${mails.length} store e-mails are on`)
}
