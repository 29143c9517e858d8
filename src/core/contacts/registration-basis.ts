import { countryRule } from "./country-rules"

const DAY = 24 * 3600 * 1000

/** A registration counts while it is new: who has had an account for longer was never told of a topic that is on now. */
export const REGISTRATION_DAYS = 2

/** Where the law asks for a way out only. */
export type RegistrationBasis = { basis: "opt_out_country"; expiresAt: null }

/**
 * The basis that a new account alone gives for the topics that are on for new customers; null for none. Opening an account
 * is no sale, so there is no soft opt-in (ePrivacy 13(2)), and no inquiry in the words of CASL: only countries that ask for
 * no consent at all are left, and none where the opt-out was ticked or no country is known.
 */
export function registrationBasis(customer: {
  country: string | null
  isAccount: boolean
  registeredAt: Date
  hasOptedOut: boolean
  now: Date
}): RegistrationBasis | null {
  const { country, isAccount, registeredAt, hasOptedOut, now } = customer
  const isNew = now.getTime() - registeredAt.getTime() < REGISTRATION_DAYS * DAY
  if (!isAccount || hasOptedOut || !isNew) return null
  return countryRule(country) === "opt_out" ? { basis: "opt_out_country", expiresAt: null } : null
}
