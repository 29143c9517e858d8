import { MedusaError } from "@medusajs/framework/utils"
import { consentProof, type ConsentProof, type ProofEntry } from "../../../core/contacts/consent-proof"
import type { ConsentState } from "../../../core/contacts/consent-fold"
import { normaliseAddress } from "../../../core/contacts/normalise-address"
import { proofLetter } from "../../../core/contacts/proof-letter"
import { UUID } from "../../../core/reports/uuid"
import { brandOf } from "../../../core/settings/sender"
import { nearestBuiltinLocale } from "../../../core/templates/locales"
import type { Database } from "../database"
import type { Bus } from "../mailroom"
import { selectAddressesOfContacts, selectDayEnd, type AddressOfLog } from "../sql/consent"
import { selectContactByHash, selectPerson, type PersonRow } from "../sql/people"
import type { ConsentService, History } from "./consent"
import type { KeyringService } from "./keyring"
import type { PreferenceService } from "./preferences"
import type { SenderService } from "./senders"
import type { SettingsService } from "./settings"
import type { SuppressionService } from "./suppression"

/** One line of the timeline: `ConsentEntry` of docs/api.md. */
export type ConsentLine = Omit<History, "at" | "expires_at"> & { at: string; expires_at: string | null }

/** The timeline of a person and what it folds to, now or on a day of the past. */
export type ConsentAnswer = {
  /** The end of the day asked for, in the shop's time zone; null = now. */
  at: string | null
  entries: ConsentLine[]
  addresses: { address_id: string; email: string | null; state: ConsentState }[]
  /** Sequence numbers that are not what the chain says; empty when all is well. */
  broken: number[]
}

export type ProofAnswer = {
  contact_id: string
  email: string | null
  locale: string
  proof: ConsentProof
  letter: string
  is_stopped: boolean
}

/** What can be answered about consent: the timeline, any day of the past, and "I never signed up" (F19). */
export class ConsentAnswerService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      consent: ConsentService
      suppression: SuppressionService
      preferences: PreferenceService
      settings: SettingsService
      senders: SenderService
      keyring: KeyringService
      bus: Bus
    },
  ) {}

  /** `day` is YYYY-MM-DD in the shop's time zone: what was agreed at its end. Throws NOT_FOUND. */
  async of(contactId: string, day: string | null = null): Promise<ConsentAnswer> {
    await this.person(contactId)
    const { general } = await this.services.settings.read()
    const [end] = day ? await this.db.query<{ at: Date }>(selectDayEnd(day, general.timeZone)) : []
    const [history, addresses, broken] = await Promise.all([
      this.services.consent.history(this.db, contactId),
      this.db.query<AddressOfLog>(selectAddressesOfContacts([contactId])),
      this.services.consent.verify(this.db, contactId),
    ])
    const states = await Promise.all(
      addresses.map(async ({ id, email }) => ({
        address_id: id,
        email,
        state: await this.services.consent.stateOf(this.db, id, end?.at),
      })),
    )
    const entries = history.filter(({ at }) => !end || at <= end.at).map(line)
    return { at: end?.at.toISOString() ?? null, entries, addresses: states, broken }
  }

  /** The contact of an address, by its hash: an erased person's proof is found, too. */
  async findContact(email: string): Promise<string> {
    const address = normaliseAddress(email)
    const hash = address.ok ? await this.services.keyring.emailHash(address.emailNorm) : null
    const [row] = hash ? await this.db.query<{ contact_id: string }>(selectContactByHash(hash)) : []
    if (!row)
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Nobody with the address ${JSON.stringify(email)} is known, and nothing is on file.`,
      )
    return row.contact_id
  }

  /** Where, when, wording and confirmation, or that there is none, with an answer to send in the person's language. */
  async proof(contactId: string, wanted: string | null = null): Promise<ProofAnswer> {
    const person = await this.person(contactId)
    const [history, sender, { general }] = await Promise.all([
      this.services.consent.history(this.db, contactId),
      this.services.senders.resolve({}),
      this.services.settings.read(),
    ])
    const proof = consentProof(history.map(proofEntry))
    const locale = nearestBuiltinLocale(wanted ?? person.locale ?? general.locale)
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone: general.timeZone })
    const isStopped = person.suppressions.some(({ scope }) => scope !== "topic") || person.marketing === "unsubscribed"
    const letter = proofLetter(proof, {
      email: person.email ?? "…",
      shopName: sender ? brandOf(sender, general.storefrontUrl).shopName : "",
      locale,
      isStopped,
      date: (at) => format.format(at),
    })
    return { contact_id: person.id, email: person.email, locale, proof, letter, is_stopped: isStopped }
  }

  /**
   * "Never write again": the log gets the person's "no" in the words of the store, what waits is cancelled, and nothing
   * goes to the address any more, receipts included, until somebody lifts it.
   */
  async neverAgain(contactId: string, { by, note }: { by: string | null; note: string | null }): Promise<ProofAnswer> {
    const { address_id: addressId, email_hash: emailHash } = await this.person(contactId)
    if (!addressId || !emailHash)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This contact has no address that could be stopped.")
    const whose = (await this.services.preferences.recipientOfAddress(addressId))!
    const actor = by ?? "api key"
    await this.services.preferences.leave(whose, "all", { source: "admin", method: "never_again", actor, note })
    await this.db.transaction(async (tx) => {
      await this.services.consent.append(tx, [{ addressId, said: [{ purpose: "tracking", action: "withdraw" }] }], {
        source: "admin",
        method: "never_again",
        actor,
        note,
      })
      const whom = { emailHash, emailNorm: whose.emailNorm, scope: "all" } as const
      const evidence = { note: note ?? "asked never to be written to again" }
      await this.services.suppression.suppress(tx, { ...whom, reason: "manual", source: "admin", evidence, by: actor })
      await this.services.suppression.dropWaiting(tx, whom)
    })
    return this.proof(contactId)
  }

  private async person(contactId: string): Promise<PersonRow> {
    const [row] = UUID.test(contactId) ? await this.db.query<PersonRow>(selectPerson(contactId)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    return row
  }
}

function line(entry: History): ConsentLine {
  return { ...entry, at: entry.at.toISOString(), expires_at: entry.expires_at?.toISOString() ?? null }
}

function proofEntry(entry: History): ProofEntry {
  const { page_url: pageUrl, message_id: messageId, ...rest } = entry
  return { ...rest, pageUrl, messageId }
}
