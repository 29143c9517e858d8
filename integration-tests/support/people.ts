import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import type { KnownAddress } from "../../src/modules/mailroom/services/contacts"
import type { Said } from "../../src/modules/mailroom/services/consent"

/** A contact with these words in its consent log; default: subscribed to the newsletter topic. */
export async function aContact(
  { db, contacts, consent }: Mailroom,
  email: string,
  said: Said[] = subscribedTo("mtop_newsletters"),
): Promise<KnownAddress> {
  return db.transaction(async (tx) => {
    const [person] = await contacts.ensureByEmail(tx, [{ email, source: "form", firstName: "Ada", locale: "en" }])
    if (!person?.ok) throw new Error(`No contact for ${email}`)
    await consent.append(tx, [{ addressId: person.addressId, said }], { source: "form", actor: "contact" })
    return person
  })
}

export function subscribedTo(...topicIds: string[]): Said[] {
  return [
    { purpose: "marketing", action: "grant", basis: "express_doi" },
    ...topicIds.map((topicId): Said => ({ purpose: "topic", topicId, action: "grant", basis: "express_doi" })),
  ]
}
