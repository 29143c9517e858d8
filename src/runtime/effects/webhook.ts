import type { Facts } from "../../core/automations/facts"
import type { WebhookSettings } from "../../core/automations/nodes/webhook"
import { nextTryAfter, webhookOutcome } from "../../core/webhooks/webhook-outcome"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { EffectRow } from "../../modules/mailroom/sql/effect-queue"
import { postWebhook } from "../../transports/webhook"
import type { EffectEnd, EffectJob, EffectRunner } from "./effect-runner"

/** The receiver knows a repetition by the id, so a try that nobody knows the end of is told again. */
export const webhook: EffectRunner = { isRepeatable: true, run }

async function run({ mailroom, row, facts }: EffectJob): Promise<EffectEnd> {
  const settings = row.settings as WebhookSettings
  const target = await mailroom.webhooks.target(settings.endpointId)
  if (!target) return { state: "failed", why: "webhook_deleted" }
  const known = settings.with.length > 0 ? await facts() : null
  if (settings.with.length > 0 && !known && row.attempts < 4)
    return { state: "again", afterSeconds: 10, why: "shop_data_missing" }
  const { verdict, detail } = await post(mailroom, {
    endpointId: settings.endpointId,
    effectId: row.id,
    target,
    id: row.id,
    at: row.now,
    body: bodyOf(row, settings, known),
    tries: row.attempts,
  })
  if (verdict.outcome === "done") return { state: "done", answer: detail }
  if (verdict.outcome === "failed" || verdict.seconds === null)
    return { state: "failed", why: verdict.sentence, answer: detail }
  return { state: "again", afterSeconds: verdict.seconds, why: verdict.sentence, answer: detail }
}

/** A harmless message, so that somebody can see it arrive before anything depends on it. */
export async function sendTrialWebhook(mailroom: Mailroom, endpointId: string) {
  const secret = await mailroom.webhooks.secretOf(endpointId)
  const { url } = await mailroom.webhooks.get(endpointId)
  const at = new Date()
  const { verdict, detail } = await post(mailroom, {
    endpointId,
    effectId: null,
    target: { url, secret },
    id: `trial_${at.getTime()}`,
    at,
    body: { type: "mailroom.trial", timestamp: at.toISOString(), data: {} },
    tries: 1,
  })
  return { outcome: verdict.outcome === "done" ? "done" : "failed", ...detail }
}

type Posting = {
  endpointId: string
  effectId: string | null
  target: { url: string; secret: string }
  id: string
  at: Date
  body: Record<string, unknown>
  tries: number
}

/** One try, written into the log with what came back. */
async function post(mailroom: Mailroom, { endpointId, effectId, target, id, at, body, tries }: Posting) {
  const { allowAddresses, ca } = mailroom.options.webhooks
  const answer = await postWebhook({ ...target, id, at, body: JSON.stringify(body), trust: { allowAddresses, ca } })
  const { outcome, sentence, afterSeconds } = webhookOutcome(answer)
  const seconds = outcome === "retry" ? nextTryAfter(tries, afterSeconds) : null
  const detail = {
    sentence,
    status: answer.kind === "answered" ? answer.status : null,
    body: answer.body.slice(0, 1_000),
    took_ms: answer.tookMs,
    try: tries,
  }
  // A trial is not repeated either.
  const isLast = seconds === null || effectId === null
  const logged = outcome === "retry" && isLast ? "failed" : outcome
  await mailroom.webhooks.log({ effectId, endpointId, outcome: logged, detail })
  return { verdict: { outcome, sentence, seconds }, detail }
}

/** `{ type, timestamp, data }` (Standard Webhooks); the same for every try, as far as the shop says the same. */
function bodyOf(row: EffectRow, settings: WebhookSettings, facts: Facts | null): Record<string, unknown> {
  return {
    type: settings.event,
    timestamp: row.created_at.toISOString(),
    data: {
      automation: { id: row.automation_id, name: row.automation_name, node: row.node },
      trigger: row.facts && { event: row.facts.event, occurred_at: row.facts.occurredAt },
      about: facts?.about ?? null,
      contact_id: row.contact_id,
      ...(facts && partsOf(settings, facts)),
    },
  }
}

function partsOf({ with: parts }: WebhookSettings, { shopper, order, lines }: Facts): Record<string, unknown> {
  return {
    ...(parts.includes("contact") && { contact: { email: shopper.email, name: shopper.name, locale: shopper.locale } }),
    ...(parts.includes("order") && {
      order: order && {
        id: order.context.id,
        display_id: order.displayId,
        placed_at: order.placedAt,
        currency: order.context.currency,
        total: order.context.total,
      },
    }),
    ...(parts.includes("lines") && {
      lines: lines.map(({ productId, variantId, sku, title, quantity }) => ({
        product_id: productId,
        variant_id: variantId,
        sku,
        title,
        quantity,
      })),
    }),
  }
}
