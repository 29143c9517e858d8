import { createHash } from "node:crypto"

/** 0 to 99.99…, always the same for the same words: who is drawn once is drawn again, on every server. */
export function lot(words: string): number {
  return (createHash("sha256").update(words, "utf8").digest().readUInt32BE(0) / 2 ** 32) * 100
}
