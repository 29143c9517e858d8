import { variantContents, type AbTest, type AbVariant } from "../../../src/core/mailings/ab-test"
import type { MailContent } from "../../parts/api/content"
import type { MailingInput } from "../../parts/api/mailings"

/** A test as most people want it: two subjects, a fifth of the people, four hours. */
export const newTest = (): AbTest => ({
  variants: [{}, {}],
  share: 20,
  criterion: "open",
  wait_hours: 4,
  decide: "automatic",
  fallback: 1,
})

/** `at`: place of the variant, from 0. What is undefined is as in the mailing itself again. */
export function withVariant(ab: AbTest, at: number, change: AbVariant): AbTest {
  const merged = (one: AbVariant) =>
    Object.fromEntries(Object.entries({ ...one, ...change }).filter(([, value]) => value !== undefined))
  return { ...ab, variants: ab.variants.map((one, place) => (place === at ? merged(one) : one)) }
}

export function withoutVariant(ab: AbTest, at: number): AbTest {
  const variants = ab.variants.filter((_, place) => place !== at)
  return { ...ab, variants, fallback: Math.min(ab.fallback === at + 1 ? 1 : ab.fallback, variants.length) }
}

type Own = Pick<MailingInput, "subject" | "preheader" | "document">

/** What the editor of a variant made: only what differs from the mailing is the variant's own. */
export function withContent(ab: AbTest, at: number, content: MailContent, mailing: Own): AbTest {
  const own = <T>(value: T, common: T) => (JSON.stringify(value) === JSON.stringify(common) ? undefined : value)
  return withVariant(ab, at, {
    subject: own(content.subject, mailing.subject),
    preheader: own(content.preheader, mailing.preheader),
    document: own<Record<string, unknown>>(content.document, mailing.document),
  })
}

/** What the editor shows: the mailing's own words, or those of the variant that is open. */
export function contentOf(mailing: MailingInput, at: number): Own & { sender_id: string | null } {
  const { ab } = mailing
  if (ab === null || at === 0) return mailing
  return variantContents(mailing, ab)[at] as unknown as Own & { sender_id: string | null }
}
