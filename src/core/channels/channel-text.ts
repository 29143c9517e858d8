import { z } from "zod"
import { hasClosedBraces, OPEN_BRACES } from "../templates/closed-braces"
import { LOCALES } from "../templates/contexts"

/** Ten parts: what a carrier still joins, and a provider still takes. */
const LONGEST_SMS = 1_530
const LONGEST_TITLE = 120
const LONGEST_PUSH = 500

const liquid = (most: number, without: string) =>
  z.string().trim().min(1, without).max(most).refine(hasClosedBraces, OPEN_BRACES)

/** `format` tells the editor to show what it becomes, and how many SMS. */
const smsText = liquid(LONGEST_SMS, "write the text").meta({ format: "sms" })
const pushText = liquid(LONGEST_PUSH, "write the text").meta({ format: "push" })
const pushTitle = liquid(LONGEST_TITLE, "write the title")
const locale = z.enum(LOCALES)

const oncePerLanguage = (translations: { locale: string }[]) =>
  new Set(translations.map((one) => one.locale)).size === translations.length
const TWICE = "each language once"

/** Liquid, as in mails; `text` is for everybody whose language has no translation. */
export const smsTextShape = {
  text: smsText,
  translations: z
    .array(z.object({ locale, text: smsText }))
    .max(LOCALES.length)
    .refine(oncePerLanguage, TWICE)
    .default([]),
}

export const pushTextShape = {
  title: pushTitle,
  text: pushText,
  /** Where a tap leads; empty: the app alone. Liquid as well. */
  tapUrl: z.string().trim().max(1_000).refine(hasClosedBraces, OPEN_BRACES).default(""),
  translations: z
    .array(z.object({ locale, title: pushTitle, text: pushText }))
    .max(LOCALES.length)
    .refine(oncePerLanguage, TWICE)
    .default([]),
}

export type ChannelText = { title: string; text: string; link: string }
type Written = {
  title?: string
  text: string
  tapUrl?: string
  translations: { locale: string; title?: string; text: string }[]
}

/** What is said to somebody who reads this language ("de-AT" reads "de"). */
export function textFor({ title = "", text, tapUrl = "", translations }: Written, wanted: string): ChannelText {
  const language = wanted.split("-")[0]
  const said = translations.find((one) => one.locale === wanted) ?? translations.find((one) => one.locale === language)
  return { title: said?.title ?? title, text: said?.text ?? text, link: tapUrl }
}
