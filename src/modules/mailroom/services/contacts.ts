import { normaliseAddress, type AddressProblem } from "../../../core/contacts/normalise-address"
import type { Db } from "../database"
import {
  demoteAddresses,
  insertMissingContacts,
  insertPrimaryAddresses,
  linkCustomers,
  mergeProfiles,
  selectAddresses,
  selectChangedAddresses,
  selectCustomerAddress,
  selectProfile,
  updateLocale,
  type AddressRow,
  type PersonRow,
} from "../sql/contacts"
import type { KeyringService } from "./keyring"

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
  constructor(private readonly keyring: KeyringService) {}

  /**
   * Finds or makes the contacts of these people, set by set in the caller's transaction, and answers in their order.
   * An address that is none is answered with its problem; it makes no contact and fails nothing else.
   */
  async ensureByEmail(tx: Db, people: Person[]): Promise<Ensured[]> {
    const addresses = people.map(({ email }) => normaliseAddress(email))
    const rows: PersonRow[] = []
    for (const [n, address] of addresses.entries()) if (address.ok) rows.push(await this.row(people[n]!, address))
    if (rows.length > 0) await this.write(tx, rows)
    const known = await this.known(tx, [...new Set(rows.map((row) => row.email_norm))])
    return addresses.map((address) =>
      address.ok ? { ok: true, ...known.get(address.emailNorm)! } : { ok: false, problem: address.problem },
    )
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

  private async write(tx: Db, rows: PersonRow[]): Promise<void> {
    const moved = await tx.query<Parameters<typeof insertPrimaryAddresses>[0][number]>(selectChangedAddresses(rows))
    if (moved.length > 0) {
      await tx.query(demoteAddresses(moved.map(({ contact_id }) => contact_id)))
      await tx.query(insertPrimaryAddresses(moved))
    }
    await tx.query(insertMissingContacts(rows))
    if (rows.some(({ customer_id }) => customer_id !== null)) await tx.query(linkCustomers(rows))
    await tx.query(mergeProfiles(rows))
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
