import { whomToReach } from "../../core/channels/whom-to-reach"
import type { Channel } from "../../core/channels/channel"
import { channelRefusal } from "../../core/channels/channel-refusal"
import { smsSize } from "../../core/channels/sms-segments"
import { isSecretEvent } from "../../core/automations/events"
import type { Facts } from "../../core/automations/facts"
import { nextTryAfter } from "../../core/webhooks/webhook-outcome"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { RenderError } from "../../rendering/render-error"
import { nextOpening, sayingOf, wordsFor, type Saying, type SayingSettings } from "../saying"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** What is kept of a text that went, for whoever asks later what the person was told. */
export type SaidAnswer = { to: string; title?: string; text: string; segments?: number; provider_id: string | null }

/** An SMS or a push by the shop's own provider. Its Notification Module knows the key, so that a repetition is none. */
export const say = (channel: Channel): EffectRunner => ({ isRepeatable: true, run: (job) => run(channel, job) })

async function run(channel: Channel, job: EffectJob): Promise<EffectEnd> {
  const { mailroom, row } = job
  const { shop } = mailroom
  if (!shop) return { state: "again", afterSeconds: 5, why: "shop_away", countsTry: false }
  if (!shop.providedChannels().includes(channel)) return { state: "failed", why: "channel_without_provider" }
  const facts = await job.facts()
  if (row.facts && !facts && row.attempts < 4) return { state: "again", afterSeconds: 10, why: "shop_data_missing" }
  const settings = row.settings as SayingSettings
  const saying = await sayingOf(mailroom, { channel, row, settings, facts })
  try {
    return await sayIt(mailroom, { channel, row, settings, facts, saying })
  } catch (error) {
    // The words are the merchant's: trying again would not mend them.
    if (error instanceof RenderError) return { state: "failed", why: `text_broken: ${error.message}` }
    throw error
  }
}

type Occasion = {
  channel: Channel
  row: EffectJob["row"]
  settings: SayingSettings
  facts: Facts | null
  saying: Saying
}

async function sayIt(mailroom: Mailroom, { channel, row, settings, facts, saying }: Occasion): Promise<EffectEnd> {
  const words = await wordsFor(mailroom, { settings, facts, saying, enrolmentId: row.enrolment_id })
  const isMarketing = settings.class === "marketing"
  const to = whomToReach(channel, isMarketing, saying.reach)
  const refusal = channelRefusal({
    channel,
    class: settings.class,
    to,
    text: words.text,
    consent: saying.consent,
    pausedUntil: saying.pausedUntil,
    isSilenced: facts?.isSilenced ?? false,
    isSilenceUnknown: facts?.needsMerchantsWord ?? false,
    isSecret: facts !== null && isSecretEvent(facts.event),
    notSoAnyMore: saying.notSoAnyMore,
    wantedAt: wantedAt(row),
    now: row.now,
  })
  if (refusal) return { state: "skipped", why: refusal }
  const opensAt = isMarketing ? await nextOpening(mailroom, row, saying.person?.time_zone ?? null) : null
  if (opensAt) return untilOpen(row, opensAt)
  return hand(mailroom, { channel, row, facts, to: to!, words })
}

type Handing = Pick<Occasion, "channel" | "row" | "facts"> & {
  to: string
  words: { title: string; text: string; link: string }
}

async function hand({ shop }: Mailroom, { channel, row, facts, to, words }: Handing): Promise<EffectEnd> {
  const { text, title } = words
  const said = channel === "sms" ? { to, text, segments: smsSize(text).segments } : { to, title, text }
  try {
    const outcome = await shop!.notify({
      channel,
      to,
      key: `mailroom:${row.idempotency_key}`,
      ...words,
      customerId: facts?.shopper.customerId ?? null,
      about: facts?.about ?? null,
    })
    if (outcome.kind === "in_doubt") return { state: "in_doubt", why: "notification_pending", answer: said }
    const answer: SaidAnswer = { ...said, provider_id: outcome.providerId }
    return { state: "done", answer }
  } catch (error) {
    const why = `provider_refused: ${error instanceof Error ? error.message : String(error)}`
    const afterSeconds = nextTryAfter(row.attempts)
    return afterSeconds === null ? { state: "failed", why } : { state: "again", afterSeconds, why }
  }
}

/** A night's wait makes no offer late: its day is counted from when it was allowed to go. */
function untilOpen({ now }: EffectJob["row"], opensAt: Date): EffectEnd {
  const afterSeconds = Math.ceil((opensAt.getTime() - now.getTime()) / 1000)
  const answer = { opens_at: opensAt.toISOString() }
  return { state: "again", afterSeconds, why: "quiet_hours", countsTry: false, answer }
}

function wantedAt({ answer, created_at: createdAt }: EffectJob["row"]): Date {
  return typeof answer?.opens_at === "string" ? new Date(answer.opens_at) : createdAt
}
