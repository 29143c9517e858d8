import { LOCALES, type BuiltinLocale } from "./contexts"

/** "de-AT" → "de"; a language that the built-ins do not speak → "en". */
export function nearestBuiltinLocale(locale: string): BuiltinLocale {
  const [language = ""] = locale.toLowerCase().split(/[-_]/)
  return (LOCALES as readonly string[]).includes(language) ? (language as BuiltinLocale) : "en"
}

/** Where to look for a text, in order: "de-AT" → ["de-AT", "de", "en"]. */
export function localeFallbacks(locale: string, lastResort = "en"): string[] {
  const parts = locale.replace(/_/g, "-").split("-").filter(Boolean)
  const chain = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"))
  return [...new Set([...chain, lastResort, "en"])]
}

/** What a shop has before it set its own. */
export const DEFAULT_BRAND = {
  shopName: "",
  logoUrl: null,
  primaryColor: "#1f2937",
  backgroundColor: "#f4f4f5",
  storefrontUrl: null,
  postalAddress: null,
  socialLinks: [],
}
