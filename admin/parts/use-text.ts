import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { en } from "../texts/en"

type Dotted<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Dotted<T[K]>}`
}[keyof T & string]
type WithoutPlural<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K

/** Every key that the English texts have: a missing text is a type error, not a key on the screen. */
export type TextKey = Dotted<typeof en>
export type TextValues = Record<string, string | number>
export type Text = (key: TextKey, values?: TextValues) => string

export const TEXT_NAMESPACE = "mailroom"

/** All words on Mailroom's screens come through here. */
export function useText(): Text {
  const { t } = useTranslation(TEXT_NAMESPACE)
  return useCallback((key, values) => t(key, values ?? {}) as string, [t])
}

/** For words that come from the server (states, reasons): the key is made at run time, unknown ones are shown as they are. */
export function useWord(): (group: WordGroup, word: string | null | undefined) => string {
  const { t, i18n } = useTranslation(TEXT_NAMESPACE)
  return useCallback(
    (group, word) => {
      if (!word) return ""
      const key = `${group}.${word}`
      return i18n.exists(key, { ns: TEXT_NAMESPACE }) ? (t(key) as string) : word.replaceAll("_", " ")
    },
    [t, i18n],
  )
}

export type WordGroup =
  | "words.status"
  | "words.reason"
  | "words.kind"
  | "words.event"
  | "words.mailingState"
  | "words.marketing"
  | "words.tracking"
  | "words.template"
  | "words.templateWhen"
  | "words.topicState"
  | "words.suppression"
  | "words.class"
  | "words.classification"
  | "imports.counts"
  | "gdpr.counts"
  | "contacts.quality.kind"
  | "contacts.quality.hints"
  | "contacts.quality.obstacle"
  | "contacts.bulk.kind"
  | "contacts.bulk.state"
  | "contacts.bulk.skipped"
  | "contacts.bulk.bases"
  | "contacts.fields.types"
  | "contacts.sources"
  | "who.rules"
  | "who.bases"
  | "stops.sources"
  | "stops.cannotLift"
  | "reports.device"
  | "proof.sources"
  | "system.step"
