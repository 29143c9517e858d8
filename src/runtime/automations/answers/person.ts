import type { Mailroom } from "../../../modules/mailroom/mailroom"
import { nameEntrants, selectPeople, type PersonRow } from "../../../modules/mailroom/sql/enrolment-answers"
import { factsOf, isBroken, NOBODY, type Person, type Walk } from "../walk"
import { answerOccurrences } from "./occurrence"

/**
 * Who each entrant is: the contact that it names, else the one behind the shopper's address, who becomes a contact by it.
 * Admin users who reset a password or are invited do not.
 */
export async function findPeople(mailroom: Mailroom, walks: Walk[]): Promise<void> {
  const open = walks.filter((walk) => !walk.person && !isBroken(walk))
  const unnamed = open.filter(({ row }) => row.contact_id === null)
  await answerOccurrences(
    mailroom,
    unnamed.filter((walk) => !factsOf(walk)),
  )
  await makeContacts(
    mailroom,
    unnamed.filter((walk) => !isBroken(walk)),
  )
  const ids = [...new Set(open.flatMap(({ row }) => row.contact_id ?? []))]
  const rows = ids.length > 0 ? await mailroom.db.query<PersonRow>(selectPeople(ids)) : []
  const known = new Map(rows.map((row) => [row.id, row]))
  for (const walk of open) {
    if (isBroken(walk)) continue
    const row = walk.row.contact_id === null ? undefined : known.get(walk.row.contact_id)
    walk.person = row ? personFrom(row) : NOBODY
  }
}

async function makeContacts({ db, contacts }: Mailroom, walks: Walk[]): Promise<void> {
  const people = walks.flatMap((walk) => {
    const { shopper, actorType, event, about } = factsOf(walk)!
    if (!shopper.email || actorType === "user" || event === "invite.created") return []
    return [{ walk, email: shopper.email, source: about?.kind ?? "event", locale: shopper.locale }]
  })
  if (people.length === 0) return
  await db.transaction(async (tx) => {
    const found = await contacts.ensureByEmail(
      tx,
      people.map(({ email, source, locale }) => ({ email, source, locale })),
    )
    const named = people.flatMap(({ walk: { row } }, n) => {
      const one = found[n]!
      return one.ok ? [{ row, id: row.id, token: row.lease_token, contactId: one.contactId }] : []
    })
    await tx.query(nameEntrants(named.map(({ id, token, contactId }) => ({ id, token, contactId }))))
    for (const { row, contactId } of named) row.contact_id = contactId
  })
}

export const personFrom = (row: PersonRow): Person => ({
  contactId: row.id,
  addressId: row.address_id,
  chosenLocale: row.chosen_locale,
  lastLocale: row.locale,
  timeZone: row.time_zone,
  country: row.country,
  groupIds: row.group_ids,
})
