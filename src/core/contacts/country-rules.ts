/**
 * What a country's law asks before marketing mail may be sent (standards §8; no legal advice).
 * `opt_in`: consent first, or the soft opt-in of a buyer (ePrivacy 13) · `proven_opt_in`: the same, and only a double
 * opt-in proves it in practice (Germany) · `canada`: CASL, with implied consent that ends · `opt_out`: a way out is enough
 * (CAN-SPAM) · `unknown`: not known to Mailroom, or no country known: it is treated like `opt_in`.
 */
export type CountryRule = "opt_in" | "proven_opt_in" | "canada" | "opt_out" | "unknown"

const OPT_IN = new Set(
  "AT BE BG HR CY CZ DK EE FI FR GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB CH GF GP MQ RE YT".split(
    " ",
  ),
)

/** By ISO 3166-1 alpha-2 code, in capitals. */
export function countryRule(country: string | null): CountryRule {
  if (country === "DE") return "proven_opt_in"
  if (country === "CA") return "canada"
  if (country === "US" || country === "PR") return "opt_out"
  return country !== null && OPT_IN.has(country) ? "opt_in" : "unknown"
}
