import { z } from "zod"

/**
 * newsletter: who subscribed to its topic. targeted: segments and lists. serial: people picked by hand. direct: one person,
 * as correspondence.
 */
export const COMPOSED_KINDS = ["newsletter", "targeted", "serial", "direct"] as const
export type ComposedKind = (typeof COMPOSED_KINDS)[number]

/**
 * People picked by hand for one serial mail, unless the settings say another number; more of them are a list, and the mail
 * is a targeted one (F7).
 */
export const MOST_PICKED = 150
/** As many as a mailing can name at all. */
export const MOST_PICKED_EVER = 1_000
export const MOST_SEGMENTS = 20

const segmentIds = z.array(z.string().min(1).max(200)).max(MOST_SEGMENTS)

/**
 * Whom a mailing is for, as it is stored. What its kind does not look at stays, so that trying another kind loses nothing.
 * `include` and `exclude` are segments and lists; `people` are ids of contacts.
 */
export const audienceSchema = z.strictObject({
  everybody: z.boolean().default(false),
  include: segmentIds.default([]),
  exclude: segmentIds.default([]),
  people: z.array(z.uuid()).max(MOST_PICKED_EVER).default([]),
})
export type Audience = z.infer<typeof audienceSchema>

export const NO_AUDIENCE: Audience = { everybody: false, include: [], exclude: [], people: [] }

export type AudienceProblem =
  | { key: "no_topic" }
  | { key: "nobody_chosen" }
  | { key: "nobody_picked" }
  | { key: "too_many_picked"; picked: number; most: number }
  | { key: "in_and_out"; segmentId: string }

/** What keeps it from being an audience, before anybody is counted; null = nothing. */
export function audienceProblem(mailing: {
  kind: ComposedKind
  topicId: string | null
  audience: Audience
  mostPicked?: number
}): AudienceProblem | null {
  const { kind, topicId, audience, mostPicked = MOST_PICKED } = mailing
  const { everybody, include, people } = audience
  if (kind === "newsletter" && topicId === null) return { key: "no_topic" }
  if (kind === "targeted" && !everybody && include.length === 0) return { key: "nobody_chosen" }
  if ((kind === "serial" || kind === "direct") && people.length === 0) return { key: "nobody_picked" }
  if (kind === "serial" && people.length > mostPicked)
    return { key: "too_many_picked", picked: people.length, most: mostPicked }
  const both = segmentsOf(kind, audience).find((id, at, all) => all.indexOf(id) !== at)
  return both ? { key: "in_and_out", segmentId: both } : null
}

/** The segments and lists that this kind asks, included ones first; those it relies on. */
export function segmentsOf(kind: ComposedKind, { everybody, include, exclude }: Audience): string[] {
  const included = kind === "targeted" && !everybody ? unique(include) : []
  return [...included, ...unique(exclude)]
}

const unique = (ids: string[]) => [...new Set(ids)]
