import { z } from "zod"
import { isLanguageTag } from "../settings/language-tag"

export const FEWEST_ANSWERS = 2
export const MOST_ANSWERS = 10
/** Numbers of answers are never used again; so many changes of its answers no poll has. */
export const LAST_NUMBER = 1_000

/** What a poll says stands in mails as it is: a variable in it would be one in some of them. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/\{[{%]/.test(text), "must not hold {{ or {%: a poll has no variables")

const answerWords = words(150).min(1, "give every answer a text")
const number = z.number().int().min(1).max(LAST_NUMBER)

const translation = z.strictObject({
  question: words(300).default(""),
  thanks: words(500).default(""),
  /** By the number of the answer; one that is missing is said in the poll's own language. */
  answers: z.record(z.string().regex(/^\d{1,4}$/, "must be the number of an answer"), words(150)).default({}),
})

/** A poll (F56) as its author writes it. `number` names an answer for good; a new one has none yet. */
export const pollSchema = z.strictObject({
  /** In lists; readers do not see it. */
  name: z.string().trim().min(1, "give the poll a name").max(200),
  /** Language of its words; null: the shop's. */
  locale: z
    .string()
    .max(35)
    .refine(isLanguageTag, "must be a language tag such as en or de-AT")
    .nullable()
    .default(null),
  question: words(300).min(1, "ask a question"),
  answers: z
    .array(z.strictObject({ number: number.nullable().default(null), text: answerWords }))
    .min(FEWEST_ANSWERS, `must be at least ${FEWEST_ANSWERS} answers`)
    .max(MOST_ANSWERS, `must be at most ${MOST_ANSWERS} answers`),
  /** How many of them one person may choose. */
  most_choices: z.number().int().min(1).max(MOST_ANSWERS).default(1),
  thanks: words(500).default(""),
  is_result_shown: z.boolean().default(true),
  /** Null: it stays open. */
  closes_at: z.iso
    .datetime({ offset: true, message: "must be a time such as 2026-12-24T18:00:00Z" })
    .nullable()
    .default(null),
  translations: z
    .record(z.string().max(35).refine(isLanguageTag, "must be a language tag such as de or pt-BR"), translation)
    .default({}),
})

export type PollInput = z.infer<typeof pollSchema>
export type PollAnswerInput = PollInput["answers"][number]
export type PollTranslation = z.infer<typeof translation>

/** An answer as it is stored. */
export type PollChoice = { number: number; text: string }

/** Ids stand in documents, rules and Liquid: one look finds them all. */
export const POLL_ID = /mpoll_[0-9a-f]{24}/g
export const pollIdSchema = z.string().regex(/^mpoll_[0-9a-f]{24}$/, "choose a poll")

/** The polls that a document, a rule or a graph names, in the order in which it does. */
export const pollIdsIn = (anything: unknown): string[] => [
  ...new Set(JSON.stringify(anything ?? null).match(POLL_ID) ?? []),
]
