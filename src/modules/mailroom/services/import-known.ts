import type { Db } from "../database"
import { circumstancesOf, isNo, ownOf, saidBy, type ImportContext, type JudgedRow } from "../import-words"
import { insertChanges, type ImportChange } from "../sql/import-changes"
import { updateImportedProfiles } from "../sql/import-known"
import { cancelWaiting } from "../sql/suppression"
import type { ConsentService, Said, Utterance } from "./consent"
import type { ImportSuppressionService } from "./import-suppressions"

/** People who are known already: their profile is completed, and what the file says of them goes into their chains. */
export class ImportKnownService {
  constructor(
    private readonly consent: ConsentService,
    private readonly suppressions: ImportSuppressionService,
  ) {}

  /**
   * What differs in the profile, and what the file says, by the consent log's own rules. `earlier`: suppressions that
   * this import made for these rows before it knew that there is somebody.
   */
  async write(
    tx: Db,
    context: ImportContext,
    { judged, earlier }: { judged: JudgedRow[]; earlier: Map<number, string[]> },
  ): Promise<void> {
    if (judged.length === 0) return
    const differing = judged.filter(({ difference }) => difference !== null)
    if (differing.length > 0)
      await tx.query(
        updateImportedProfiles(
          differing.map(({ known, difference }) => ({
            contact_id: known!.contact_id,
            after: difference!.after,
            tags: difference!.tags,
          })),
        ),
      )
    const utterances = judged.map((one): Utterance => ({
      addressId: one.known!.address_id,
      said: saidBy(one, context),
      own: ownOf(one),
    }))
    const changed = await this.consent.append(tx, utterances, circumstancesOf(context))
    const after = new Map(changed.map((one) => [one.addressId, one]))
    // A "no" that is older than a later yes of the person's own changes nothing, so it must not suppress either.
    const leaves = ({ known, person }: JudgedRow) =>
      person.status !== "unsubscribed" ||
      (after.get(known!.address_id)?.after.marketing.state ?? known!.marketing) === "unsubscribed"
    const suppressed = await this.suppressions.ofPeople(tx, context, judged.filter(leaves))
    const stopped = judged.filter((one) => isNo(one) && leaves(one))
    if (stopped.length > 0)
      await tx.query(
        cancelWaiting(
          stopped.map(({ known, emailHash }) => ({ contactId: known!.contact_id, emailHash })),
          { topicId: null, reason: "unsubscribed" },
        ),
      )
    const changes = judged.map((one, n): ImportChange => {
      const said = utterances[n]!.said
      const spoken = after.get(one.known!.address_id)
      return {
        n: one.person.n,
        made_contact: false,
        contact_id: one.known!.contact_id,
        address_id: one.known!.address_id,
        before: one.difference?.before ?? {},
        after: one.difference?.after ?? {},
        tags: one.difference?.tags ?? [],
        said: said.map((word) => ({ ...word, ...beforeOf(word, spoken?.before ?? null) })),
        suppression_ids: suppressed.get(one.person.n) ?? earlier.get(one.person.n) ?? [],
      }
    })
    await tx.query(insertChanges(context.importId, changes.filter(isChange)))
  }
}

function isChange(change: ImportChange): boolean {
  return change.said.length + change.tags.length + change.suppression_ids.length + Object.keys(change.after).length > 0
}

type StateBefore = {
  marketing: { state: string; basis: string | null; expiresAt: Date | null }
  topics: Record<string, { state: string }>
}

/** What the undo brings back. */
function beforeOf(word: Said, before: StateBefore | null): Record<string, unknown> {
  if (word.purpose === "topic") return { before: before?.topics[word.topicId ?? ""]?.state ?? "none" }
  const topics = Object.entries(before?.topics ?? {}).filter(([, { state }]) => state === "subscribed")
  return {
    before: before?.marketing.state ?? "never_asked",
    basisBefore: before?.marketing.basis ?? null,
    expiresBefore: before?.marketing.expiresAt ?? null,
    // Leaving everything leaves each topic, too.
    topicsBefore: word.action === "withdraw" ? topics.map(([id]) => id) : [],
  }
}
