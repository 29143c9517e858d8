import { randomBytes } from "node:crypto"
import { brokenRows, personalHashOf, type ChainedFacts, type ChainedRow } from "../../../core/contacts/consent-chain"
import { consentRow, type ConsentRow } from "../../../core/contacts/consent-row"
import { foldConsent, isRepeatedNo, type ConsentEntry, type ConsentState } from "../../../core/contacts/consent-fold"
import { truncateIp } from "../../../core/contacts/truncate-ip"
import { chainedRow } from "../chained-row"
import type { Db } from "../database"
import {
  deleteUnknownSubscriptions,
  insertLog,
  insertWording,
  lockContacts,
  selectAddressesById,
  selectAddressesOfContacts,
  selectChains,
  selectConsentHistory,
  selectHasConfirmed,
  selectNow,
  selectPersonal,
  selectWording,
  touchContacts,
  updateFoldedAddresses,
  upsertSubscriptions,
  type AddressOfLog,
  type FoldedAddress,
  type LogRow,
} from "../sql/consent"

/** What somebody says, about one purpose. */
export type Said = {
  purpose: ConsentEntry["purpose"]
  topicId?: string | null
  action: ConsentEntry["action"]
  basis?: string | null
  expiresAt?: Date | null
}

/** How, where and by whom it was said: the proof. */
export type Circumstances = {
  /** form, checkout, api, import, admin, mail, demo … */
  source: string
  /** one_click, page, mailto, api … */
  method?: string | null
  /** `contact`, a user's id, or `system`. */
  actor: string
  wordingId?: string | null
  /** The mail that the link stood in, or the double opt-in mail. */
  messageId?: string | null
  pageUrl?: string | null
  /** In full; it is cut to its network before it is stored. */
  ip?: string | null
  userAgent?: string | null
  note?: string | null
  /** Only for what was said before Mailroom knew (a dated import); default: now. */
  at?: Date
  /** The one moment of several entries that belong together; read from the clock while the person's row is held. */
  moment?: Date
}

/** `own`: what differs from the circumstances of all, for example the day and place of one row of a file. */
export type Utterance = { addressId: string; said: Said[]; own?: Partial<Circumstances> }

export type Changed = { addressId: string; contactId: string; before: ConsentState; after: ConsentState; at: Date }

export type History = {
  seq: number
  purpose: ConsentEntry["purpose"]
  topic_id: string | null
  action: ConsentEntry["action"]
  basis: string | null
  expires_at: Date | null
  source: string
  method: string | null
  message_id: string | null
  actor: string
  at: Date
  wording: string | null
  wording_version: number | null
  wording_locale: string | null
  email: string | null
  page_url: string | null
  ip: string | null
  user_agent: string | null
  note: string | null
}

/** The append-only log of what people agreed to, its chain, and the state folded from it. */
export class ConsentService {
  /**
   * Appends to the log and folds into the address and its subscriptions, all in the caller's transaction and under a
   * lock per person. Several people at once are written by the same few statements. A "no" said again (mail programs
   * post one-click links twice) adds nothing.
   */
  async append(tx: Db, statements: Utterance[], circumstances: Circumstances): Promise<Changed[]> {
    const spoken = statements.filter(({ said }) => said.length > 0)
    if (spoken.length === 0) return []
    const addresses = await this.addresses(tx, spoken)
    const contactIds = [...new Set([...addresses.values()].map(({ contact_id }) => contact_id))]
    await tx.query(lockContacts(contactIds))
    const chains = groupByContact(await tx.query<LogRow>(selectChains(contactIds)))
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    const at = circumstances.at ?? circumstances.moment ?? clock!.at
    const before = foldAddresses(addresses, chains)
    const news = spoken.map(({ addressId, said, own }) => ({
      addressId,
      own,
      said: said.filter((one) => !isRepeatedNo(before.get(addressId)!, one)),
    }))
    const added = chained(news, { addresses, chains, circumstances, at })
    if (added.length > 0) await tx.query(insertLog(added))
    for (const row of added) chainOf(chains, row.contactId).push(row)
    const after = foldAddresses(addresses, chains)
    await this.store(tx, addresses, after)
    // A person's own word is a sign of life (F22); a request is not: anybody can type an address.
    if (circumstances.actor === "contact" && !circumstances.at && added.some(({ action }) => action !== "request"))
      await tx.query(touchContacts(contactIds))
    return [...addresses.values()].map(({ id, contact_id }) => ({
      addressId: id,
      contactId: contact_id,
      before: before.get(id)!,
      after: after.get(id)!,
      at,
    }))
  }

  /** What was agreed for this address; with `at`, as it was in that moment (F19). */
  async stateOf(db: Db, addressId: string, at?: Date): Promise<ConsentState> {
    const [address] = await db.query<AddressOfLog>(selectAddressesById([addressId]))
    if (!address) return foldConsent([])
    const chains = groupByContact(await db.query<LogRow>(selectChains([address.contact_id])))
    return foldConsent(entriesOf(chainOf(chains, address.contact_id), address.email_hash), at)
  }

  /** The person's word about SMS and push, and a pause: said as a person, whatever mail address it was said under. */
  async channelsOf(db: Db, contactId: string): Promise<Pick<ConsentState, "channels" | "pausedUntil">> {
    const chain = (await db.query<LogRow>(selectChains([contactId]))).map(chainedRow)
    const { channels, pausedUntil } = foldConsent(chain)
    return { channels, pausedUntil }
  }

  /** Each entry with its wording, place and proof, oldest first. */
  async history(db: Db, contactId: string): Promise<History[]> {
    return db.query<History>(selectConsentHistory(contactId))
  }

  /** Whether somebody has ever confirmed from this mailbox: it is theirs. */
  async hasConfirmed(db: Db, of: { contactId: string; addressId: string }): Promise<boolean> {
    const [row] = await db.query<{ has: boolean }>(selectHasConfirmed(of.contactId, of.addressId))
    return row!.has
  }

  /** Sequence numbers that are not what the chain says, or whose personal part was changed; emptied parts are in order. */
  async verify(db: Db, contactId: string): Promise<number[]> {
    const rows = (await db.query<LogRow>(selectChains([contactId]))).map(chainedRow)
    const personal = await db.query<History & { salt: Buffer | null }>(selectPersonal(contactId))
    const bySeq = new Map(rows.map((row) => [row.seq, row]))
    const swapped = personal.filter(({ salt, ...part }) => {
      const facts = {
        email: part.email,
        pageUrl: part.page_url,
        ip: part.ip,
        userAgent: part.user_agent,
        note: part.note,
      }
      return salt !== null && !personalHashOf(salt, facts).equals(bySeq.get(part.seq)!.personalHash)
    })
    return [...new Set([...brokenRows(rows), ...swapped.map(({ seq }) => seq)])].sort((a, b) => a - b)
  }

  /** Writes the fold of the log of these people into their addresses again; answers how many addresses. */
  async refold(tx: Db, contactIds: string[]): Promise<number> {
    const rows = await tx.query<AddressOfLog>(selectAddressesOfContacts(contactIds))
    const addresses = new Map(rows.map((row) => [row.id, row]))
    const chains = groupByContact(await tx.query<LogRow>(selectChains(contactIds)))
    if (addresses.size > 0) await this.store(tx, addresses, foldAddresses(addresses, chains))
    return addresses.size
  }

  /** The id of these exact words; other words of the same kind become its next version. */
  async wordingId(db: Db, wording: { kind: string; locale: string; text: string }): Promise<string> {
    const { kind, locale, text } = wording
    for (let attempt = 0; attempt < 5; attempt++) {
      const [known] = await db.query<{ id: string }>(selectWording(kind, locale, text))
      if (known) return known.id
      await db.query(insertWording(kind, locale, text))
    }
    throw new Error(
      `The wording "${kind}" in ${locale} could not be stored: other processes kept adding versions of it.`,
    )
  }

  private async addresses(tx: Db, statements: Utterance[]): Promise<Map<string, AddressOfLog>> {
    const ids = [...new Set(statements.map(({ addressId }) => addressId))]
    const rows = await tx.query<AddressOfLog>(selectAddressesById(ids))
    const known = new Map(rows.map((row) => [row.id, row]))
    const missing = ids.find((id) => !known.has(id))
    if (missing) throw new Error(`Consent was given for address ${missing}, which does not exist.`)
    return known
  }

  private async store(tx: Db, addresses: Map<string, AddressOfLog>, states: Map<string, ConsentState>): Promise<void> {
    const folded = [...addresses.values()].map((address) => foldedAddress(address, states.get(address.id)!))
    await tx.query(updateFoldedAddresses(folded))
    await tx.query(deleteUnknownSubscriptions(folded))
    if (folded.some(({ topics }) => topics.length > 0)) await tx.query(upsertSubscriptions(folded))
  }
}

type Chains = Map<string, ChainedRow[]>

function chained(
  statements: Utterance[],
  context: { addresses: Map<string, AddressOfLog>; chains: Chains; circumstances: Circumstances; at: Date },
): ConsentRow[] {
  const { addresses, chains, circumstances, at } = context
  const heads = new Map<string, { seq: number; hash: Buffer | null }>()
  const added: ConsentRow[] = []
  for (const { addressId, said, own } of statements) {
    const address = addresses.get(addressId)!
    const heard = own ? { ...circumstances, ...own } : circumstances
    for (const one of said) {
      const last = chainOf(chains, address.contact_id).at(-1)
      const head = heads.get(address.contact_id) ?? { seq: last?.seq ?? 0, hash: last?.hash ?? null }
      const row = newRow({ address, said: one, circumstances: heard, at: own?.at ?? at, head })
      heads.set(address.contact_id, { seq: row.seq, hash: row.hash })
      added.push(row)
    }
  }
  return added
}

function newRow(from: {
  address: AddressOfLog
  said: Said
  circumstances: Circumstances
  at: Date
  head: { seq: number; hash: Buffer | null }
}): ConsentRow {
  const { address, said, circumstances, at, head } = from
  const facts: ChainedFacts = {
    contactId: address.contact_id,
    seq: head.seq + 1,
    emailHash: address.email_hash,
    purpose: said.purpose,
    topicId: said.topicId ?? null,
    action: said.action,
    basis: said.basis ?? null,
    expiresAt: said.expiresAt ?? null,
    wordingId: circumstances.wordingId ?? null,
    source: circumstances.source,
    method: circumstances.method ?? null,
    messageId: circumstances.messageId ?? null,
    actor: circumstances.actor,
    at,
  }
  const personal = {
    email: address.email,
    pageUrl: storable(circumstances.pageUrl, 2048),
    ip: truncateIp(circumstances.ip),
    userAgent: storable(circumstances.userAgent, 512),
    note: storable(circumstances.note, 2000),
  }
  return consentRow(facts, personal, { salt: randomBytes(16), previous: head.hash })
}

// Postgres refuses NUL and lone surrogates; what a stranger's browser sends must not be able to stop an unsubscribe.
function storable(text: string | null | undefined, length: number): string | null {
  return text ? text.slice(0, length).replace(/[\u0000\p{Cs}]/gu, "") : null
}

function foldAddresses(addresses: Map<string, AddressOfLog>, chains: Chains): Map<string, ConsentState> {
  return new Map(
    [...addresses.values()].map((address) => [
      address.id,
      foldConsent(entriesOf(chainOf(chains, address.contact_id), address.email_hash)),
    ]),
  )
}

/** Consent belongs to the address: what was said for an earlier one of the same person does not count. */
function entriesOf(chain: ChainedRow[], emailHash: Buffer): ConsentEntry[] {
  return chain.filter((row) => row.emailHash.equals(emailHash))
}

function foldedAddress({ id, contact_id }: AddressOfLog, state: ConsentState): FoldedAddress {
  return {
    address_id: id,
    contact_id,
    marketing: state.marketing.state,
    marketing_basis: state.marketing.basis,
    marketing_since: state.marketing.since,
    marketing_expires_at: state.marketing.expiresAt,
    tracking: state.tracking.state,
    tracking_since: state.tracking.since,
    paused_until: state.pausedUntil,
    topics: Object.entries(state.topics).map(([topic_id, topic]) => ({ topic_id, ...topic })),
  }
}

function groupByContact(rows: LogRow[]): Chains {
  const chains: Chains = new Map()
  for (const row of rows.map(chainedRow)) chainOf(chains, row.contactId).push(row)
  return chains
}

function chainOf(chains: Chains, contactId: string): ChainedRow[] {
  let chain = chains.get(contactId)
  if (!chain) chains.set(contactId, (chain = []))
  return chain
}
