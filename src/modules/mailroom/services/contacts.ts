import { mayReturn } from "../../../core/contacts/erased-return"
import { normaliseAddress, type AddressProblem } from "../../../core/contacts/normalise-address"
import type { Db } from "../database"
import {
  demoteAddresses,
  insertMissingContacts,
  insertMoves,
  insertPrimaryAddresses,
  linkCustomers,
  mergeProfiles,
  promoteAddresses,
  selectAddress,
  selectAddresses,
  selectChangedAddresses,
  selectCustomerAddress,
  selectPersonalStops,
  selectPrimaryAddresses,
  selectProfile,
  selectReturnedAddresses,
  unlinkCustomer,
  unlinkMissingCustomers,
  updateLocale,
  type AddressRow,
  type ChangedAddressRow,
  type PersonRow,
} from "../sql/contacts"
import { selectNow } from "../sql/consent"
import { selectErased } from "../sql/erasure"
import type { ConsentService, Said } from "./consent"
import type { KeyringService } from "./keyring"
import type { SuppressionService } from "./suppression"

/** Somebody the shop or a form told us about. */
export type Person = {
  email: string
  /** customer, order, cart, form, import … */
  source: string
  firstName?: string | null
  lastName?: string | null
  /** BCP 47, for example de-AT. */
  locale?: string | null
  /** ISO 3166-1 alpha-2. */
  country?: string | null
  regionId?: string | null
  salesChannelId?: string | null
  /** Only from the customer record itself: an order may go to another address than its customer's. */
  customer?: { id: string; hasAccount: boolean; groupIds?: string[]; registeredAt?: Date | null } | null
  lastTransactionAt?: Date | null
  lastInteractionAt?: Date | null
  /** True for the customer record: its name and language replace what orders said. Default: only fill what is empty. */
  overwrites?: boolean
}

export type KnownAddress = {
  contactId: string
  addressId: string
  email: string
  emailNorm: string
  locale: string | null
  marketing: AddressRow["marketing"]
  tracking: AddressRow["tracking"]
}

export type Profile = { firstName: string | null; lastName: string | null; locale: string | null }

export type Ensured = ({ ok: true } & KnownAddress) | { ok: false; problem: AddressProblem }

/** People and their addresses: one contact per normalised address, several Medusa customers per contact. */
export class ContactService {
  constructor(
    private readonly keyring: KeyringService,
    private readonly consent: ConsentService,
    private readonly suppression: SuppressionService,
  ) {}

  /**
   * Finds or makes the contacts of these people, set by set in the caller's transaction, and answers in their order.
   * An address that is none is answered with its problem; it makes no contact and fails nothing else. So is one whose
   * owner was erased, unless this is newer (core/contacts/erased-return).
   */
  async ensureByEmail(tx: Db, people: Person[]): Promise<Ensured[]> {
    const addresses = people.map(({ email }) => normaliseAddress(email))
    const rows: PersonRow[] = []
    for (const [n, address] of addresses.entries()) if (address.ok) rows.push(await this.row(people[n]!, address))
    const wanted = await this.notForgotten(tx, rows)
    if (wanted.length > 0) await this.write(tx, wanted)
    const known = await this.known(tx, [...new Set(rows.map((row) => row.email_norm))])
    return addresses.map((address) => {
      if (!address.ok) return { ok: false, problem: address.problem }
      const found = known.get(address.emailNorm)
      return found ? { ok: true, ...found } : { ok: false, problem: "erased" }
    })
  }

  /** Without those who asked to be forgotten and of whom there is nothing newer than that. */
  private async notForgotten(tx: Db, rows: PersonRow[]): Promise<PersonRow[]> {
    if (rows.length === 0) return []
    const hashes = rows.map(({ email_hash }) => Buffer.from(email_hash, "hex"))
    const erased = await tx.query<{ email_hash: Buffer; at: Date }>(selectErased(hashes))
    if (erased.length === 0) return rows
    const at = new Map(erased.map((one) => [one.email_hash.toString("hex"), one.at]))
    return rows.filter((row) => {
      const erasedAt = at.get(row.email_hash)
      const date = (iso: string | null) => (iso === null ? null : new Date(iso))
      const { source, last_transaction_at: lastTransactionAt, registered_at: registeredAt } = row
      return (
        !erasedAt ||
        mayReturn({ source, lastTransactionAt: date(lastTransactionAt), registeredAt: date(registeredAt) }, erasedAt)
      )
    })
  }

  /** The contact's address as it is stored, or null when nobody has it. */
  async byEmail(db: Db, email: string): Promise<KnownAddress | null> {
    const address = normaliseAddress(email)
    return address.ok ? ((await this.known(db, [address.emailNorm])).get(address.emailNorm) ?? null) : null
  }

  async byCustomer(db: Db, customerId: string): Promise<KnownAddress | null> {
    const [row] = await db.query<AddressRow>(selectCustomerAddress(customerId))
    return row ? knownAddress(row) : null
  }

  /** Name and language for a mail to an address that may belong to nobody known. */
  async profile(db: Db, emailNorm: string): Promise<Profile | null> {
    const [row] = await db.query<Profile>(selectProfile(emailNorm))
    return row ?? null
  }

  /** The person's own choice of language; the shop does not overwrite it any more. */
  async chooseLocale(tx: Db, contactId: string, locale: string): Promise<void> {
    await tx.query(updateLocale(contactId, locale))
  }

  /** The contact's address from now on; the one before stays with its history. Nobody else may have the new one. */
  async changeAddress(tx: Db, contactId: string, address: { email: string; emailNorm: string; domain: string }) {
    const known = (await this.known(tx, [address.emailNorm])).get(address.emailNorm)
    if (known) return this.promote(tx, [{ contact_id: contactId, address_id: known.addressId }])
    const emailHash = await this.keyring.emailHash(address.emailNorm)
    await this.moveIn(tx, [
      {
        contact_id: contactId,
        email: address.email,
        email_norm: address.emailNorm,
        domain: address.domain,
        email_hash: emailHash.toString("hex"),
      },
    ])
  }

  /** The shop has deleted this customer. What the person agreed to, bought and got stays until somebody erases it. */
  async customerDeleted(tx: Db, customerId: string): Promise<void> {
    await tx.query(unlinkCustomer(customerId))
  }

  /** Lets go of customers that a whole page of the shop's list, from `after` to its last one, does not show any more. */
  async customersSeen(tx: Db, after: string | null, ids: string[]): Promise<void> {
    const last = ids.at(-1)
    if (last !== undefined) await tx.query(unlinkMissingCustomers({ after, last, ids }))
  }

  private async write(tx: Db, rows: PersonRow[]): Promise<void> {
    const hasCustomers = rows.some(({ customer_id }) => customer_id !== null)
    if (hasCustomers) await this.followCustomers(tx, rows)
    await tx.query(insertMissingContacts(rows))
    if (hasCustomers) {
      const moves = await tx.query<{ from_address_id: string; to_address_id: string }>(insertMoves(rows))
      for (const move of moves) await this.carryNo(tx, move.from_address_id, move.to_address_id)
      await tx.query(linkCustomers(rows))
    }
    await tx.query(mergeProfiles(rows))
  }

  /** Customers whose record now has another address than their contact. */
  private async followCustomers(tx: Db, rows: PersonRow[]): Promise<void> {
    const changed = await tx.query<ChangedAddressRow>(selectChangedAddresses(rows))
    if (changed.length > 0) await this.moveIn(tx, changed)
    const returned = await tx.query<AddressOfContact>(selectReturnedAddresses(rows))
    if (returned.length > 0) await this.promote(tx, returned)
  }

  private async promote(tx: Db, returned: AddressOfContact[]): Promise<void> {
    await this.replacePrimary(
      tx,
      returned.map(({ contact_id }) => contact_id),
      async () => {
        await tx.query(promoteAddresses(returned.map(({ address_id }) => address_id)))
        return returned
      },
    )
  }

  private async moveIn(tx: Db, changed: ChangedAddressRow[]): Promise<void> {
    await this.replacePrimary(
      tx,
      changed.map(({ contact_id }) => contact_id),
      () => tx.query<AddressOfContact>(insertPrimaryAddresses(changed)),
    )
  }

  private async replacePrimary(
    tx: Db,
    contactIds: string[],
    replace: () => Promise<AddressOfContact[]>,
  ): Promise<void> {
    const before = await tx.query<AddressOfContact>(selectPrimaryAddresses(contactIds))
    await tx.query(demoteAddresses(contactIds))
    const after = new Map((await replace()).map((one) => [one.contact_id, one.address_id]))
    for (const { contact_id: contactId, address_id: from } of before)
      if (after.has(contactId)) await this.carryNo(tx, from, after.get(contactId)!)
  }

  /**
   * A "yes" was given for one address and stays there; a "no" was said by the person and comes along (GDPR art. 21): to an
   * address that has said nothing of its own. A dead mailbox is no "no".
   */
  private async carryNo(tx: Db, fromAddressId: string, toAddressId: string): Promise<void> {
    const [to] = await tx.query<AddressRow>(selectAddress(toAddressId))
    if (!to || to.marketing !== "never_asked") return
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    const stops = await tx.query<PersonalStop>(selectPersonalStops(fromAddressId))
    const state = await this.consent.stateOf(tx, fromAddressId)
    const isStopped = stops.some(({ reason }) => reason === "complaint")
    const said: Said[] = [
      ...(isStopped || state.marketing.state === "unsubscribed" ? [no("marketing")] : []),
      ...Object.entries(state.topics).flatMap(([topicId, topic]) =>
        topic.state === "unsubscribed" ? [no("topic", topicId)] : [],
      ),
      ...(state.tracking.state === "denied" ? [no("tracking")] : []),
      ...(state.pausedUntil && state.pausedUntil > clock!.at
        ? [{ purpose: "pause", action: "grant", expiresAt: state.pausedUntil } satisfies Said]
        : []),
    ]
    await this.consent.append(tx, [{ addressId: toAddressId, said }], { source: "address_change", actor: "system" })
    for (const stop of stops.filter(({ reason }) => reason === "manual"))
      await this.suppression.suppress(tx, {
        email: to.email,
        ...(stop.scope === "all" ? { scope: "all" } : { scope: "marketing" }),
        reason: "manual",
        source: "address_change",
        evidence: { suppression_id: stop.id },
      })
  }

  private async known(db: Db, emailNorms: string[]): Promise<Map<string, KnownAddress>> {
    if (emailNorms.length === 0) return new Map()
    const rows = await db.query<AddressRow>(selectAddresses(emailNorms))
    return new Map(rows.map((row) => [row.email_norm, knownAddress(row)]))
  }

  private async row(person: Person, address: { email: string; emailNorm: string; domain: string }): Promise<PersonRow> {
    return {
      email: address.email,
      email_norm: address.emailNorm,
      domain: address.domain,
      email_hash: (await this.keyring.emailHash(address.emailNorm)).toString("hex"),
      source: person.source,
      first_name: said(person.firstName),
      last_name: said(person.lastName),
      locale: said(person.locale),
      country: said(person.country)?.toUpperCase() ?? null,
      region_id: person.regionId ?? null,
      sales_channel_id: person.salesChannelId ?? null,
      customer_id: person.customer?.id ?? null,
      has_account: person.customer?.hasAccount ?? false,
      group_ids: person.customer?.groupIds ?? null,
      registered_at: person.customer?.registeredAt?.toISOString() ?? null,
      last_transaction_at: person.lastTransactionAt?.toISOString() ?? null,
      last_interaction_at: person.lastInteractionAt?.toISOString() ?? null,
      overwrites: person.overwrites ?? false,
    }
  }
}

type AddressOfContact = { contact_id: string; address_id: string }

type PersonalStop = { id: string; scope: "all" | "marketing"; reason: "manual" | "complaint" }

const no = (purpose: Said["purpose"], topicId?: string): Said => ({ purpose, action: "withdraw", topicId })

// Names reach the heads of mails: line breaks and NUL (which Postgres refuses) become spaces.
function said(text: string | null | undefined): string | null {
  const cleaned = text
    ?.normalize("NFC")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200)
  return cleaned ? cleaned : null
}

function knownAddress(row: AddressRow): KnownAddress {
  return {
    contactId: row.contact_id,
    addressId: row.address_id,
    email: row.email,
    emailNorm: row.email_norm,
    locale: row.locale,
    marketing: row.marketing,
    tracking: row.tracking,
  }
}
