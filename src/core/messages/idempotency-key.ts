import { createHash } from "node:crypto"

/**
 * 16 bytes: 48-bit milliseconds of the origin, then the first 80 bits of SHA-256 over the reason in words. Keys of one
 * time lie together in the index, and a text key would take 138 bytes a row.
 */
export function idempotencyKey(reason: string, originAt: Date): Buffer {
  const key = Buffer.alloc(16)
  key.writeUIntBE(originAt.getTime(), 0, 6)
  createHash("sha256").update(reason, "utf8").digest().copy(key, 6, 0, 10)
  return key
}
