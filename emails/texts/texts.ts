import type { BuiltinLocale } from "../../src/core/templates/contexts"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { it } from "./it"

/** The texts of one language. A missing key does not compile. */
export type Texts = typeof en

const CATALOGUES: Record<BuiltinLocale, Texts> = { en, de, fr, es, it }

/** The catalogue of a locale: de-AT reads de, what we do not speak reads English. */
export function textsOf(locale: string): Texts {
  const [language = "en"] = locale.toLowerCase().split(/[-_]/)
  return CATALOGUES[language as BuiltinLocale] ?? en
}
