const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"])

/** Which way the language of a locale tag is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  const [language = "en"] = locale.toLowerCase().split(/[-_]/)
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr"
}
