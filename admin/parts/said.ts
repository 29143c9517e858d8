import { getI18n } from "react-i18next"
import { inGerman } from "../texts/de/said/in-german"

/** What the server said in English, in the language of the admin; a sentence that has no other words stays as it is. */
export function said(sentence: string): string {
  return getI18n()?.language?.startsWith("de") ? inGerman(sentence) : sentence
}
