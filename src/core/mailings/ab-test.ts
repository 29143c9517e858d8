import { z } from "zod"

export const AB_CRITERIA = ["open", "click", "order", "revenue"] as const
export type AbCriterion = (typeof AB_CRITERIA)[number]

/** Nobody waits longer for a choice by hand: then the rest gets nothing, because the news is old. After the waiting time. */
export const MOST_DAYS_TO_CHOOSE = 14

/** What a variant has of its own; everything else is as in the mailing itself. `time`: on the shop's clock. */
const variantSchema = z.strictObject({
  subject: z.string().max(255).optional(),
  preheader: z.string().max(500).optional(),
  document: z.record(z.string(), z.unknown()).optional(),
  sender_id: z.string().min(1).max(200).nullable().optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "09:30"')
    .nullable()
    .optional(),
})
export type AbVariant = z.infer<typeof variantSchema>

/**
 * The same mailing in two to five ways (F34). Variant 1 is the mailing itself, of which only the time may differ. `share`:
 * percent of the audience that all variants together go to. `fallback`: what the rest gets when none has won.
 */
export const abTestSchema = z
  .strictObject({
    variants: z.array(variantSchema).min(2).max(5),
    share: z.number().int().min(1).max(90),
    criterion: z.enum(AB_CRITERIA),
    wait_hours: z.number().int().min(1).max(336),
    decide: z.enum(["automatic", "manual"]),
    fallback: z.number().int().min(1),
  })
  .refine(({ variants, fallback }) => fallback <= variants.length, {
    message: "must be the number of one of the variants",
    path: ["fallback"],
  })
  .refine(({ variants: [first] }) => Object.keys(first!).every((key) => key === "time"), {
    message: "is the mailing itself: change its subject, sender and content there",
    path: ["variants", 0],
  })
export type AbTest = z.infer<typeof abTestSchema>

type Content = { subject: string; preheader: string; document: Record<string, unknown>; sender_id: string | null }

/** What each variant is in full, the first one first. */
export function variantContents(mailing: Content, { variants }: AbTest): (Content & { time: string | null })[] {
  const { subject, preheader, document, sender_id } = mailing
  return variants.map(({ time = null, ...own }) => ({ subject, preheader, document, sender_id, ...given(own), time }))
}

/**
 * The texts that readers may get, as mailings of their own; variants that differ in their time alone are one. `variant`: the
 * first one that has it; null where nothing is tested.
 */
export function mailedTexts<M extends Content & { ab: AbTest | null }>(
  mailing: M,
): { variant: number | null; mailing: M }[] {
  if (mailing.ab === null) return [{ variant: null, mailing }]
  const texts = new Map<string, { variant: number; mailing: M }>()
  for (const [at, { time: _, ...content }] of variantContents(mailing, mailing.ab).entries()) {
    const look = JSON.stringify(content)
    if (!texts.has(look)) texts.set(look, { variant: at + 1, mailing: { ...mailing, ...content } })
  }
  return [...texts.values()]
}

function given<T extends object>(own: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** "A" for the first one. */
export const variantLetter = (variant: number): string => String.fromCharCode(64 + variant)

/** Variants that nobody could tell apart, as a pair of numbers; null: each differs from each other. */
export function twins(mailing: Content, ab: AbTest): [number, number] | null {
  const looks = variantContents(mailing, ab).map((one) => JSON.stringify(one))
  for (const [at, look] of looks.entries()) {
    const first = looks.indexOf(look)
    if (first < at) return [first + 1, at + 1]
  }
  return null
}

export type Parts = { controlRows: number; testRows: number | null }

/**
 * How an audience in random order is cut: first those who get nothing, then those of the test, then the rest. Returned are
 * the last rows of the first two parts. Each variant gets equally many people, and nobody is left over between them.
 */
export function partsOf(audience: number, { controlShare, ab }: { controlShare: number; ab: AbTest | null }): Parts {
  const controlRows = Math.floor((audience * controlShare) / 100)
  if (ab === null) return { controlRows, testRows: null }
  const k = ab.variants.length
  const each = Math.max(1, Math.round(((audience - controlRows) * ab.share) / 100 / k))
  return { controlRows, testRows: Math.min(audience, controlRows + each * k) }
}
