import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../../../core/contacts/normalise-address"
import { checkProfile, type ProfileInput } from "../../../core/contacts/profile"
import { isoOrNull } from "../../../core/reports/outbox-row"
import { UUID } from "../../../core/reports/uuid"
import type { Database, Db } from "../database"
import { selectNow } from "../sql/consent"
import { selectProfileOf, updateProfile, type ProfileChange, type ProfileRow } from "../sql/profiles"
import { selectContactOfAddress } from "../sql/people"
import type { ContactFieldService } from "./contact-fields"
import type { ContactService } from "./contacts"

export type ProfileEdit = ProfileInput & {
  email?: string
  /** By key of the merchant's own fields; null takes a value away. */
  fields?: Record<string, unknown>
}

/** `Profile` of docs/api.md. */
export type ContactProfile = Omit<ProfileRow, "fades_at"> & { fades_at: string | null }

/** What the merchant knows and writes of a person: name, language, own fields, tags, purchases, earlier addresses. */
export class ProfileService {
  constructor(
    private readonly db: Database,
    private readonly services: { contacts: ContactService; fields: ContactFieldService },
  ) {}

  /** NOT_FOUND when there is no such contact. */
  async of(contactId: string, db: Db = this.db): Promise<ContactProfile> {
    const [row] = UUID.test(contactId) ? await db.query<ProfileRow>(selectProfileOf(contactId)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    return { ...row, fades_at: isoOrNull(row.fades_at) }
  }

  /** A contact by hand. It was never asked anything: consent is recorded where its basis can be named. */
  async create({ email, ...edit }: ProfileEdit & { email: string }): Promise<string> {
    const address = addressOf(email)
    const change = await this.checked(edit)
    return this.db.transaction(async (tx) => {
      await this.refuseTaken(tx, address.emailNorm)
      const [person] = await this.services.contacts.ensureByEmail(tx, [{ email, source: "admin" }])
      if (!person?.ok) throw invalid(addressProblemText(email, person?.problem ?? "empty"))
      await this.store(tx, person.contactId, change)
      return person.contactId
    })
  }

  /** Changes what is given; another address follows the rules of a changed address (docs/contacts.md). */
  async update(contactId: string, { email, ...edit }: ProfileEdit): Promise<void> {
    const change = await this.checked(edit)
    await this.db.transaction(async (tx) => {
      const profile = await this.of(contactId, tx)
      if (email !== undefined) await this.changeAddress(tx, contactId, profile, email)
      await this.store(tx, contactId, change)
    })
  }

  private async changeAddress(tx: Db, contactId: string, profile: ContactProfile, email: string): Promise<void> {
    const address = addressOf(email)
    const now = profile.addresses.find(({ is_primary: isPrimary }) => isPrimary)?.email
    if (now && addressOf(now).emailNorm === address.emailNorm) return
    if (!now)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This contact was erased: nothing is kept of it any more.")
    if (profile.has_account)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `email: ${now} belongs to a customer account of the shop. Change it on the customer's page; it follows here by itself.`,
      )
    await this.refuseTaken(tx, address.emailNorm, contactId)
    await this.services.contacts.changeAddress(tx, contactId, address)
  }

  private async refuseTaken(tx: Db, emailNorm: string, contactId?: string): Promise<void> {
    const [owner] = await tx.query<{ contact_id: string }>(selectContactOfAddress(emailNorm))
    if (owner && owner.contact_id !== contactId)
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `email is "${emailNorm}": it belongs to contact ${owner.contact_id} already. Open that one instead.`,
      )
  }

  private async checked({ fields, ...input }: Omit<ProfileEdit, "email">): Promise<ProfileChange> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const answer = checkProfile(input, clock!.at.toISOString().slice(0, 10))
    if (!answer.ok) throw invalid(answer.problem)
    return { ...answer.profile, ...(fields && { fields: await this.services.fields.check(fields) }) }
  }

  private async store(tx: Db, contactId: string, change: ProfileChange): Promise<void> {
    if (Object.keys(change).length === 0) return
    const stored = await tx.query(updateProfile(contactId, change))
    if (stored.length === 0)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This contact was erased: nothing is kept of it any more.")
  }
}

function addressOf(email: string): { email: string; emailNorm: string; domain: string } {
  const address = normaliseAddress(email)
  if (!address.ok) throw invalid(`email: ${addressProblemText(email, address.problem)}`)
  return address
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
