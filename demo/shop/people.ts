import names from "./names.json"
import type { Random } from "./random"

export type Country = "de" | "at" | "fr" | "es" | "it" | "us"

export type Person = {
  email: string
  first_name: string
  last_name: string
  phone: string
  country: Country
  address: Address
}

export type Address = {
  first_name: string
  last_name: string
  address_1: string
  postal_code: string
  city: string
  province?: string
  country_code: Country
  phone: string
}

const STREETS: Record<Country, string[]> = {
  de: ["Lindenweg", "Hauptstr.", "Am Anger", "Gartenstr."],
  at: ["Ringstr.", "Bachgasse", "Kirchplatz"],
  fr: ["Rue des Lilas", "Avenue du Parc", "Rue Neuve"],
  es: ["Calle Mayor", "Calle del Sol", "Paseo Nuevo"],
  it: ["Via Roma", "Via dei Fiori", "Corso Verde"],
  us: ["Maple Street", "Oak Avenue", "Second Street"],
}
const CITIES: Record<Country, [string, string, string?][]> = {
  de: [
    ["20095", "Hamburg"],
    ["04109", "Leipzig"],
    ["50667", "Köln"],
    ["80331", "München"],
  ],
  at: [
    ["1010", "Wien"],
    ["8010", "Graz"],
  ],
  fr: [
    ["69001", "Lyon"],
    ["44000", "Nantes"],
  ],
  es: [
    ["46001", "Valencia"],
    ["41001", "Sevilla"],
  ],
  it: [
    ["40121", "Bologna"],
    ["10121", "Torino"],
  ],
  us: [
    ["97201", "Portland", "OR"],
    ["02108", "Boston", "MA"],
    ["78701", "Austin", "TX"],
  ],
}
/** Weighted: half of the shoppers live in Germany, a fifth in the United States. */
const COUNTRIES: Country[] = ["de", "de", "de", "de", "de", "at", "fr", "es", "it", "us", "us"]
const DOMAINS = ["example.com", "example.org", "example.net"]

export function somePeople(random: Random, count: number): Person[] {
  return Array.from({ length: count }, (_, index) => aPerson(random, index))
}

export function aPerson(random: Random, index: number): Person {
  const first = random.pick(names.first)
  const last = random.pick(names.last)
  const country = random.pick(COUNTRIES)
  const [postalCode, city, province] = random.pick(CITIES[country])
  const phone = `+1 555 01${String(random.between(0, 99)).padStart(2, "0")}`
  return {
    email: `${first}.${last}.${index + 1}@${random.pick(DOMAINS)}`.toLowerCase(),
    first_name: first,
    last_name: last,
    phone,
    country,
    address: {
      first_name: first,
      last_name: last,
      address_1: street(random, country),
      postal_code: postalCode,
      city,
      province,
      country_code: country,
      phone,
    },
  }
}

function street(random: Random, country: Country): string {
  const name = random.pick(STREETS[country])
  const number = random.between(1, 120)
  return country === "us" || country === "fr" ? `${number} ${name}` : `${name} ${number}`
}
