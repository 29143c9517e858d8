import { randomBytes } from "node:crypto"
import { consentRow, type ConsentRow } from "../../../core/contacts/consent-row"
import { timeOrderedIds } from "../../../core/contacts/time-ordered-ids"
import { truncateIp } from "../../../core/contacts/truncate-ip"
import type { Db } from "../database"
import { circumstancesOf, ownOf, saidBy, type ImportContext, type JudgedRow } from "../import-words"
import { insertNewcomers, type Newcomer } from "../sql/import-newcomers"

const SALT_BYTES = 16

/** People whom nobody knew: a contact, an address with its folded state, the first words of a chain, topics. */
export class ImportNewcomerService {
  /** Answers whose address was taken in this very moment; of them nothing is written. */
  async write(
    tx: Db,
    context: ImportContext,
    { judged, now, suppressed }: { judged: JudgedRow[]; now: Date; suppressed: Map<number, string[]> },
  ): Promise<JudgedRow[]> {
    if (judged.length === 0) return []
    const { source, method, actor, wordingId, note } = circumstancesOf(context)
    const sorted = [...judged].sort((a, b) => (a.person.emailNorm < b.person.emailNorm ? -1 : 1))
    const people = newcomersOf(sorted, context, { now, suppressed })
    const made = await tx.query<{ contact_id: string }>(
      insertNewcomers(people, {
        importId: context.importId,
        basis: context.plan.agreement?.basis ?? null,
        wordingId: wordingId ?? null,
        source,
        method: method ?? null,
        actor,
        note: note ?? null,
        now,
      }),
    )
    if (made.length === people.length) return []
    const there = new Set(made.map(({ contact_id }) => contact_id))
    return sorted.filter((_, n) => !there.has(people[n]!.contactId))
  }
}

function newcomersOf(
  judged: JudgedRow[],
  context: ImportContext,
  { now, suppressed }: { now: Date; suppressed: Map<number, string[]> },
): Newcomer[] {
  const ids = timeOrderedIds(now, judged.length * 2)
  const chance = randomBytes(SALT_BYTES * judged.length * (context.plan.topicIds.length + 1))
  let salts = 0
  const salt = () => chance.subarray(salts, (salts += SALT_BYTES))
  return judged.map((one, n): Newcomer => {
    const contactId = ids[n]!
    const words = firstWords(one, context, { contactId, salt })
    return {
      contactId,
      addressId: ids[judged.length + n]!,
      person: one.person,
      emailHash: one.emailHash,
      marketing: marketingOf(one),
      at: one.at,
      expiresAt: one.verdict.outcome === "subscribed" ? one.consentEnds : null,
      ip: truncateIp(ownOf(one).ip),
      words,
      said: words.map(({ purpose, topicId, action }) => ({ purpose, topicId, action, before: "never_asked" })),
      suppressionIds: suppressed.get(one.person.n) ?? [],
    }
  })
}

function marketingOf({ verdict, person }: JudgedRow): Newcomer["marketing"] {
  if (verdict.outcome === "subscribed") return "subscribed"
  return person.status === "unsubscribed" || person.status === "complained" ? "unsubscribed" : "never_asked"
}

/** The chain of somebody who said nothing before: no reading, no folding. */
function firstWords(
  one: JudgedRow,
  context: ImportContext,
  { contactId, salt }: { contactId: string; salt: () => Buffer },
): ConsentRow[] {
  const rows: ConsentRow[] = []
  const { wordingId, source, method, actor, note } = circumstancesOf(context)
  const ip = truncateIp(ownOf(one).ip)
  const personal = { email: one.person.email, pageUrl: null, ip, userAgent: null, note: note ?? null }
  for (const said of saidBy(one, context))
    rows.push(
      consentRow(
        {
          contactId,
          seq: rows.length + 1,
          emailHash: one.emailHash,
          purpose: said.purpose,
          topicId: said.topicId ?? null,
          action: said.action,
          basis: said.basis ?? null,
          expiresAt: said.expiresAt ?? null,
          wordingId: wordingId ?? null,
          source,
          method: method ?? null,
          messageId: null,
          actor,
          at: one.at,
        },
        personal,
        { salt: salt(), previous: rows.at(-1)?.hash ?? null },
      ),
    )
  return rows
}
