import { chainHashOf, personalHashOf, type ChainedFacts, type ChainedRow, type PersonalFacts } from "./consent-chain"

export type ConsentRow = ChainedRow & { salt: Buffer; personal: PersonalFacts }

/** The next link of a chain; `previous` is null for a person's first word. */
export function consentRow(
  facts: ChainedFacts,
  personal: PersonalFacts,
  { salt, previous }: { salt: Buffer; previous: Buffer | null },
): ConsentRow {
  const personalHash = personalHashOf(salt, personal)
  return {
    ...facts,
    personal,
    salt,
    personalHash,
    prevHash: previous,
    hash: chainHashOf(facts, personalHash, previous),
  }
}
