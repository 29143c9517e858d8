import type { SpamFeatures } from "./spam-features"
import { SHORTENERS } from "./shorteners"

/** `most`: as often as it is found it counts, but not more often than this. */
type Sign = { no: number; key: string; weight: number; most: number; find: (mail: SpamFeatures) => number }

/**
 * The signs of F40: what filters and readers take for spam, each with its number and its weight. Numbers stay: reports
 * and docs name them. The words to them stand in the admin's texts (`spam.signs.<key>`), the reasons in docs/spam-signs.md.
 */
export const SPAM_SIGNS = [
  { no: 1, key: "subject_capitals", weight: 4, most: 1, find: ({ subject }) => yes(isShouting(subject, 8, 0.8)) },
  { no: 2, key: "subject_marks", weight: 3, most: 1, find: ({ subject }) => yes(isLoud(subject)) },
  { no: 3, key: "subject_reply", weight: 4, most: 1, find: ({ subject }) => yes(REPLY.test(subject)) },
  { no: 4, key: "subject_spaced", weight: 3, most: 1, find: ({ subject }) => yes(SPACED.test(subject)) },
  { no: 5, key: "subject_money", weight: 2, most: 1, find: ({ subject }) => yes(MONEY.test(subject)) },
  { no: 6, key: "subject_symbols", weight: 2, most: 1, find: ({ subject }) => yes(count(subject, SYMBOL) >= 3) },
  { no: 7, key: "only_pictures", weight: 5, most: 1, find: (mail) => yes(isOnlyPictures(mail)) },
  { no: 8, key: "little_text", weight: 2, most: 1, find: (mail) => yes(hasLittleText(mail)) },
  { no: 9, key: "shortener", weight: 4, most: 2, find: ({ links }) => links.filter(isShort).length },
  { no: 10, key: "number_host", weight: 5, most: 1, find: ({ links }) => links.filter(isNumberHost).length },
  { no: 11, key: "disguised_link", weight: 6, most: 1, find: ({ links }) => links.filter(isDisguised).length },
  { no: 12, key: "capitals", weight: 3, most: 1, find: ({ text }) => yes(isShouting(text, 60, 0.4)) },
  { no: 13, key: "marks", weight: 2, most: 1, find: ({ text }) => yes(count(text, /[!?]{2,}/g) >= 3) },
  { no: 14, key: "phrases", weight: 1, most: 4, find: (mail) => phrasesIn(mail).length },
  { no: 15, key: "many_links", weight: 1, most: 1, find: (mail) => yes(hasManyLinks(mail)) },
] as const satisfies readonly Sign[]

export type SpamSignKey = (typeof SPAM_SIGNS)[number]["key"]
export type FoundSign = { no: number; key: SpamSignKey; points: number }
export type SpamScore = { points: number; signs: FoundSign[] }

/** From here on it says "looks like spam", and from there on nobody gets it unless somebody takes it upon themselves. */
export const LOOKS_LIKE_SPAM = 5
export const LIKELY_SPAM = 10

/** The heaviest first. */
export function spamScore(mail: SpamFeatures): SpamScore {
  const signs = SPAM_SIGNS.flatMap(({ no, key, weight, most, find }): FoundSign[] => {
    const times = Math.min(most, find(mail))
    return times > 0 ? [{ no, key, points: times * weight }] : []
  }).sort((a, b) => b.points - a.points || a.no - b.no)
  return { points: signs.reduce((sum, { points }) => sum + points, 0), signs }
}

const yes = (is: boolean): number => (is ? 1 : 0)
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const wordsOf = (text: string): number => count(text, /[\p{L}\p{N}]+/gu)

// "Re:" and "Fwd:" in the languages of the mail programs; nobody has asked, so nothing is an answer.
const REPLY = /^\s*(re|aw|antw|sv|rif|fwd?|wg|tr|rv|doorst)\s*(\[\d+\])?\s*:/i
/** F R E E, V.I.A.G.R.A: letters apart, to be read by people and not by filters. */
const SPACED = /(?<!\p{L})(?:\p{L}[ .*_-]){3,}\p{L}(?!\p{L})/u
const MONEY = /[$€£]{2,}|100\s?%|(?<!\p{L})(cash|bargeld|argent facile|dinero fácil|denaro facile)(?!\p{L})/iu
const SYMBOL = /\p{Extended_Pictographic}/gu

/** Only letters that have a capital form: Arabic, Hebrew or Chinese cannot shout. */
function isShouting(text: string, least: number, share: number): boolean {
  const cased = text.match(/\p{Lu}|\p{Ll}/gu) ?? []
  return cased.length >= least && count(cased.join(""), /\p{Lu}/gu) >= cased.length * share
}

const isLoud = (subject: string): boolean => /[!?]{2,}/.test(subject) || count(subject, /!/g) >= 3

const isOnlyPictures = ({ pictures, products, text }: SpamFeatures): boolean =>
  pictures > 0 && products === 0 && wordsOf(text) < 20

function hasLittleText(mail: SpamFeatures): boolean {
  const { pictures, products, text } = mail
  return !isOnlyPictures(mail) && pictures >= 3 && products === 0 && wordsOf(text) < pictures * 15
}

const hasManyLinks = ({ links, products, text }: SpamFeatures): boolean =>
  links.length >= 8 && products === 0 && wordsOf(text) < links.length * 8

/** Null for what is no web address, and for one whose host is a variable. */
function hostOf(url: string): string | null {
  const fixed = url.trim()
  if (!/^https?:\/\/[^/{]+/i.test(fixed) || !URL.canParse(fixed)) return null
  return new URL(fixed).hostname.toLowerCase().replace(/^www\./, "")
}

function isShort({ url }: { url: string }): boolean {
  return SHORTENERS.has(hostOf(url) ?? "")
}

function isNumberHost({ url }: { url: string }): boolean {
  return /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/.test(hostOf(url) ?? "")
}

/** The label shows one web address, the link leads to another site. */
function isDisguised({ url, label }: { url: string; label: string }): boolean {
  const shown = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#:]\S*)?\s*$/u.exec(label)?.[1]
  const target = hostOf(url)
  if (!shown || !target) return false
  const said = hostOf(`https://${shown}`) ?? shown.toLowerCase()
  return said !== target && !said.endsWith(`.${target}`) && !target.endsWith(`.${said}`)
}

const PHRASES = [
  ...["act now", "click here", "click below", "100% free", "risk free", "you have won", "you are a winner"],
  ...["cash bonus", "earn money", "make money fast", "double your", "no obligation", "this is not spam"],
  ...["dear friend", "limited time only", "once in a lifetime", "order now!", "lose weight", "work from home"],
  ...["klicken sie hier", "hier klicken", "sie haben gewonnen", "geld verdienen", "100% kostenlos", "kein spam"],
  ...["nur für kurze zeit", "sofort handeln", "ohne risiko", "garantierter gewinn", "jetzt zuschlagen!"],
]
const PHRASE = PHRASES.map((phrase) => new RegExp(`(?<![\\p{L}\\p{N}])${phrase}(?!\\p{L})`, "iu"))

/** Which of the worn phrases it holds, each once. */
export function phrasesIn({ subject, text }: Pick<SpamFeatures, "subject" | "text">): string[] {
  const all = `${subject}\n${text}`.replace(/\s+/g, " ")
  return PHRASES.filter((_, index) => PHRASE[index]!.test(all))
}
