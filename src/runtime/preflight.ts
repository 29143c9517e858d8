import { mailedTexts } from "../core/mailings/ab-test"
import { foundInAny, PreflightTally } from "../core/mailings/preflight-tally"
import { signingKeyOf } from "../core/tracking/tokens"
import { isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { ClaimedPreflight } from "../modules/mailroom/services/preflight"
import type { HeldRun, PreflightPersonRow } from "../modules/mailroom/sql/preflight"
import { CompileError } from "../rendering/compile-error"
import type { Loop, Turn } from "./loop"
import { publishMailing, type PublishedContent } from "./mailing-content"
import { PreflightMails } from "./preflight-mail"

/** Mails per step: a tenth of a second of work, after which it is written down and a cancel is heard. */
const STEP = 200
/** One turn holds the lease for so long. */
const TURN_MS = 500
/** Made in one go; then whatever waits in this process has its turn. */
const BREATH_MS = 8

/**
 * Makes the mails of all recipients of a mailing and looks at them, before anybody gets one (F55). The row is claimed by
 * lease, so that any worker goes on where another one died. While mails are waiting to be sent it works half of the time.
 */
export function preflight(mailroom: Mailroom): Loop {
  return {
    name: "preflight",
    roles: ["worker", "shared"],
    everyMs: 1_000,
    async turn() {
      const claimed = await mailroom.preflight.claim()
      if (!claimed) return "idle"
      const run = { id: claimed.run_id, token: claimed.token }
      try {
        await (claimed.total === null ? begin(mailroom, claimed, run) : goOn(mailroom, claimed, run))
      } catch (error) {
        await explain(mailroom, run, error)
        throw error
      } finally {
        await mailroom.preflight.release(run)
      }
      return "more" satisfies Turn
    },
  }
}

/** The texts of this moment and those who would get it now; a text that is no mail ends it. */
async function begin(mailroom: Mailroom, { mailing_id, created_by }: ClaimedPreflight, run: HeldRun): Promise<void> {
  const { mailings, preflight, db } = mailroom
  const mailing = await mailings.row(mailing_id)
  try {
    const contents: PublishedContent[] = []
    for (const text of mailedTexts(mailing)) contents.push(await publishMailing(mailroom, text.mailing))
    const versionIds = await db.transaction(async (tx) => {
      const ids: string[] = []
      for (const content of contents) ids.push(await content.store(tx, created_by))
      return ids
    })
    await preflight.begin(run, mailing, versionIds)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    await preflight.fail(run, error.message)
  }
}

async function goOn(mailroom: Mailroom, claimed: ClaimedPreflight, run: HeldRun): Promise<void> {
  const { preflight, settings } = mailroom
  const texts = await textsOf(mailroom, claimed)
  const tally = new PreflightTally(claimed.findings, claimed.affected)
  const { general } = await settings.read()
  const until = performance.now() + TURN_MS
  for (let done = claimed.done; done < claimed.total! && performance.now() < until;) {
    const began = performance.now()
    const to = Math.min(done + STEP, claimed.total!)
    await checkAll(texts, await preflight.next(run.id, done, to, general.locale), tally)
    if (!(await preflight.advance(run, to, tally))) return
    done = to
    if (await preflight.isDelivering()) await rest(performance.now() - began)
  }
}

/** One text of the mailing: its mails, and of which variant of a test it is. */
type Text = { variant: number | null; mails: PreflightMails }

async function checkAll(texts: Text[], people: PreflightPersonRow[], tally: PreflightTally): Promise<void> {
  let breath = performance.now()
  for (const person of people) {
    const found: Parameters<typeof foundInAny>[0] = []
    for (const { variant, mails } of texts) found.push({ variant, found: await mails.check(person) })
    tally.add(person.contact_id, foundInAny(found))
    if (performance.now() - breath < BREATH_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    breath = performance.now()
  }
}

/** The texts that were kept at the start, not what somebody writes meanwhile. */
async function textsOf(mailroom: Mailroom, claimed: ClaimedPreflight): Promise<Text[]> {
  const { mailings, senders, settings, keyring, topics } = mailroom
  const own = await mailings.row(claimed.mailing_id)
  const topic = own.topic_id ? await topics.get(own.topic_id) : null
  const shared = { settings: await settings.read(), key: signingKeyOf(await keyring.signingKeys()), topic }
  const written = mailedTexts(own)
  const texts: Text[] = []
  for (const [at, versionId] of [claimed.template_version_id!, ...claimed.other_version_ids].entries()) {
    // A variant that was taken out meanwhile is still looked at, under the sender of the mailing.
    const { variant, mailing } = written[at] ?? { variant: at + 1, mailing: own }
    const sender = await senders.resolve({ id: mailing.sender_id })
    if (!sender) throw new Error("There is no sender: set one in Mailroom's settings.")
    texts.push({ variant, mails: new PreflightMails(mailroom, { mailing, versionId, sender, ...shared }) })
  }
  return texts
}

/** It is tried again; meanwhile the screen says what it waits for. */
async function explain({ preflight }: Mailroom, run: HeldRun, error: unknown): Promise<void> {
  if (isDatabaseAway(error)) return
  const cause = error instanceof Error ? error.message : String(error)
  await preflight.hindered(run, `It cannot go on: ${cause}`)
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
