import { randomInt } from "node:crypto"
import { readFileSync } from "node:fs"

const names = JSON.parse(readFileSync(new URL("../shop/names.json", import.meta.url), "utf8"))

const HOMES = [
  { country_code: "de", postal_code: "20095", city: "Hamburg", address_1: "Lindenweg 12", phone: "0171 3920012" },
  { country_code: "fr", postal_code: "69001", city: "Lyon", address_1: "7 Rue Neuve", phone: "06 39 98 12 34" },
  { country_code: "it", postal_code: "40121", city: "Bologna", address_1: "Via Roma 3" },
  {
    country_code: "us",
    postal_code: "97201",
    city: "Portland",
    province: "OR",
    address_1: "41 Maple Street",
    phone: "(503) 555-0142",
  },
]

/** Somebody the shop has never seen, with an address that can never exist outside (RFC 2606). */
export function aStranger() {
  const first_name = oneOf(names.first)
  const last_name = oneOf(names.last)
  const email =
    `${first_name}.${last_name}.${Date.now().toString(36)}${randomInt(1296).toString(36)}@example.com`.toLowerCase()
  return { first_name, last_name, email, address: { ...oneOf(HOMES), first_name, last_name } }
}

export function oneOf(list) {
  return list[randomInt(list.length)]
}
