import { z } from "zod"
import { filterKind } from "../filter-kind"

/** Only for these countries: where the order goes, else where the person lives. */
export const country = filterKind({
  kind: "country",
  settings: z.object({
    codes: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[A-Za-z]{2}$/, "must be a country in two letters, for example AT")
          .transform((code) => code.toUpperCase()),
      )
      .min(1, "choose at least one country")
      .max(250),
  }),
  defaults: { codes: [] },
  judge({ settings: { codes }, know }) {
    const facts = know({ about: "occurrence" })
    if (!facts) return { ask: [{ about: "occurrence" }] }
    const { shippingAddress, billingAddress } = facts.order?.context ?? {}
    const ofOrder = (shippingAddress ?? billingAddress)?.countryCode
    if (ofOrder) return verdict(codes, ofOrder)
    const person = know({ about: "person" })
    return person ? verdict(codes, person.country) : { ask: [{ about: "person" }] }
  },
})

function verdict(codes: string[], seen: string | null) {
  const found = seen?.toUpperCase() ?? null
  return { holds: found !== null && codes.includes(found), saw: { country: found } }
}
