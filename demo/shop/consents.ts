import type { MedusaContainer } from "@medusajs/framework/types"
import type { MailroomService } from "../../src/modules/mailroom/service"
import type { Said } from "../../src/modules/mailroom/services/consent"
import type { Shopper } from "./customers"
import { marketOf } from "./lines"
import type { Markets } from "./markets"
import type { Random } from "./random"

const WORDING = {
  kind: "sign_up",
  locale: "en",
  text: "Yes, send me news and offers by e-mail. I can leave with one click in every mail.",
}

/**
 * About 60% of the shoppers once said yes to mails, on the day they came; two in three of them also let us see what they
 * open. A few left again. Source "demo", so that nobody takes these proofs for real ones.
 */
export async function recordConsents(
  container: MedusaContainer,
  { random, shoppers, markets }: { random: Random; shoppers: Shopper[]; markets: Markets },
): Promise<number> {
  const { mailroom, connect } = opened(container)
  await connect()
  const topics = await mailroom.topics.list()
  return mailroom.db.transaction(async (tx) => {
    const contacts = await mailroom.contacts.ensureByEmail(
      tx,
      shoppers.map((shopper) => personOf(shopper, markets)),
    )
    const wordingId = await mailroom.consent.wordingId(tx, WORDING)
    let agreed = 0
    for (const [index, contact] of contacts.entries()) {
      if (!contact.ok || !random.chance(0.6)) continue
      agreed++
      const said = yesFrom(
        random,
        topics.map(({ id }) => id),
      )
      const circumstances = { source: "demo", method: "form", actor: "contact", wordingId, at: shoppers[index]!.since }
      await mailroom.consent.append(tx, [{ addressId: contact.addressId, said }], circumstances)
      if (random.chance(0.06))
        await mailroom.consent.append(
          tx,
          [{ addressId: contact.addressId, said: [{ purpose: "marketing", action: "withdraw" }] }],
          { source: "demo", method: "page", actor: "contact" },
        )
    }
    return agreed
  })
}

function opened(container: MedusaContainer) {
  const service = container.resolve<MailroomService>("mailroom")
  return { mailroom: service.mailroom, connect: () => service.connect() }
}

function personOf(shopper: Shopper, markets: Markets) {
  const { email, first_name: firstName, last_name: lastName, country, customerId, hasAccount, since } = shopper
  const customer = { id: customerId, hasAccount, registeredAt: hasAccount ? since : null }
  const locale = country === "us" ? "en" : country === "at" ? "de" : country
  const { regionId } = marketOf(shopper, markets)
  return {
    email,
    firstName,
    lastName,
    country,
    locale,
    customer,
    regionId,
    salesChannelId: markets.salesChannelId,
    source: "customer",
  }
}

function yesFrom(random: Random, topicIds: string[]): Said[] {
  const chosen = topicIds.filter((_, index) => index === 0 || random.chance(0.6))
  const yes: Said[] = [
    { purpose: "marketing", action: "grant", basis: "express_soi" },
    ...chosen.map((topicId): Said => ({ purpose: "topic", topicId, action: "grant", basis: "express_soi" })),
  ]
  return random.chance(0.66) ? [...yes, { purpose: "tracking", action: "grant", basis: "express_soi" }] : yes
}
