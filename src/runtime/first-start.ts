import type { Mailroom } from "../modules/mailroom/mailroom"

/** Makes what every installation needs and does not have yet. Runs at each start, in every process, and changes nothing twice. */
export async function firstStart(mailroom: Mailroom, { shopName }: { shopName: string }): Promise<void> {
  const { keyring, settings, senders, segments, automations, contactList, log } = mailroom
  await keyring.signingKeys()
  const { general } = await settings.read()
  await senders.ensureDefault({ shopName, locale: general.locale })
  await segments.ensureReady(general.locale)
  const searchProblem = await contactList.ensureSearchIndex()
  if (searchProblem)
    log.warn(`Mailroom searches contacts without an index, because pg_trgm is missing: ${searchProblem}`)
  await automations.ensureBuiltins({ storeHasOrders: await automations.storeHasOrders() })
}
