import { getI18n } from "react-i18next"
import { builtinInGerman, inGerman } from "../texts/de/said/in-german"

/** What the server said in English, in the language of the admin; a sentence that has no other words stays as it is. */
export function said(sentence: string): string {
  return isGerman() ? inGerman(sentence) : sentence
}

/** Kinds whose names are Mailroom's own, in English on the server; the others are named by merchants. */
const NAMED_BY_US = ["store_email", "owner_copy"]

/** The name of what a mail comes from. */
export function saidName(name: string, kind: string): string {
  return NAMED_BY_US.includes(kind) && isGerman() ? builtinInGerman(name) : name
}

function isGerman(): boolean {
  return getI18n()?.language?.startsWith("de") ?? false
}
