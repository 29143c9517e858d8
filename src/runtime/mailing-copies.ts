import { normaliseAddress } from "../core/contacts/normalise-address"
import { variantLetter } from "../core/mailings/ab-test"
import { copiesSchema, copyAddresses } from "../core/mailings/copies"
import type { NewMessage } from "../core/messages/new-message"
import type { Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { claimCopies, selectReached } from "../modules/mailroom/sql/mailing-copies"
import type { MailingRow } from "../modules/mailroom/sql/mailings"

const DAY_MS = 24 * 3_600_000

/**
 * Once everybody is planned: one marked copy for each seed address and observer (F33), untracked, in no report; of an A/B
 * test one of each variant, with its letter. Whoever gets the mailing itself gets no copy beside it. Nothing happens the
 * second time.
 */
export async function planCopies(mailroom: Mailroom, mailing: MailingRow): Promise<void> {
  const { db, messages, observerGroups, settings } = mailroom
  const { copies: defaults, owner, general } = await settings.read()
  const addresses = copyAddresses({
    copies: copiesSchema.parse(mailing.copies),
    seeds: defaults.seeds ?? owner.addresses,
    groups: await observerGroups.list(),
  })
  await db.transaction(async (tx) => {
    const [claimed] = await tx.query<{ at: Date }>(claimCopies(mailing.id))
    if (!claimed) return
    const due = await withoutReached(mailroom, tx, mailing.id, addresses)
    const texts = await textsOf(mailroom, tx, mailing)
    const when = { at: claimed.at, locale: general.locale }
    await messages.plan(
      tx,
      due.flatMap((email) => texts.map((text) => copyFor(mailing, email, text, when))),
    )
  })
}

type Text = { letter: string | null; templateVersionId: string; senderId: string | null }

async function textsOf({ mailingVariants }: Mailroom, tx: Db, mailing: MailingRow): Promise<Text[]> {
  const variants = await mailingVariants.texts(tx, mailing)
  if (variants.length > 0)
    return variants.map(({ variant, template_version_id, sender_id }) => ({
      letter: variantLetter(variant),
      templateVersionId: template_version_id,
      senderId: sender_id,
    }))
  return [{ letter: null, templateVersionId: mailing.template_version_id!, senderId: mailing.sender_id }]
}

async function withoutReached(
  { keyring }: Mailroom,
  tx: Db,
  mailingId: string,
  addresses: string[],
): Promise<string[]> {
  const known = addresses.flatMap((email) => {
    const address = normaliseAddress(email)
    return address.ok ? [{ email, norm: address.emailNorm }] : []
  })
  const hashes = await Promise.all(known.map(({ norm }) => keyring.emailHash(norm)))
  const reached = await tx.query<{ email_hash: Buffer }>(selectReached(mailingId, hashes))
  const seen = new Set(reached.map(({ email_hash }) => email_hash.toString("hex")))
  return known.flatMap(({ email }, n) => (seen.has(hashes[n]!.toString("hex")) ? [] : [email]))
}

function copyFor(
  mailing: MailingRow,
  email: string,
  { letter, templateVersionId, senderId }: Text,
  { at, locale }: { at: Date; locale: string },
): NewMessage {
  return {
    idempotencyKey: `copy:${mailing.id}:${email.toLowerCase()}${letter === null ? "" : `:${letter}`}`,
    originAt: mailing.started_at ?? at,
    class: "marketing",
    origin: "mailing",
    kind: "copy",
    lane: "direct",
    sourceId: mailing.id,
    contactId: null,
    addressId: null,
    to: { email },
    topicId: mailing.topic_id,
    senderId,
    templateVersionId,
    locale,
    context: {
      contact: { firstName: "", lastName: "", email },
      mailing: { name: mailing.name ?? mailing.subject, ...(letter !== null && { variant: letter }) },
    },
    isTracked: false,
    isCopyKept: mailing.is_copy_kept,
    // Like a test: not subject to subscriptions, and counted nowhere.
    isTest: true,
    expiresAt: new Date(at.getTime() + 7 * DAY_MS),
  }
}
