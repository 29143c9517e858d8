import { createHash } from "node:crypto"

/**
 * 16 bytes: 48-bit milliseconds of the origin, then the first 80 bits of SHA-256 over the reason in words. Keys of one
 * time lie together in the index, and a text key would take 138 bytes a row.
 */
export function idempotencyKey(reason: string, originAt: Date): Buffer {
  const key = Buffer.alloc(16)
  key.writeUIntBE(originAt.getTime(), 0, 6)
  reasonDigest(reason).copy(key, 6)
  return key
}

/** The part of the key that says why, without when: the last 10 of its 16 bytes. */
export function reasonDigest(reason: string): Buffer {
  return createHash("sha256").update(reason, "utf8").digest().subarray(0, 10)
}

/** Why the mail of a step goes to the person: once per visit of that step. */
export const shopperMailReason = (step: { enrolmentId: string; node: string; visit: number }): string =>
  `auto:${step.enrolmentId}:${step.node}:${step.visit}:shopper`
