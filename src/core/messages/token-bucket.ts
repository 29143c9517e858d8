/** A pace in messages per second, with at most one second's worth saved up, or one message. Times in milliseconds. */
export type Bucket = { tokens: number; at: number }

export const EMPTY_BUCKET: Bucket = { tokens: 0, at: -Infinity }

/** The bucket at `now`; the first call finds it full. */
export function bucketAt(bucket: Bucket, perSecond: number, now: number): Bucket {
  const filled = bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1000
  return { tokens: Math.min(Math.max(1, perSecond), filled), at: now }
}

/** Takes up to `wanted` whole tokens. */
export function takeTokens(
  bucket: Bucket,
  perSecond: number,
  wanted: number,
  now: number,
): { bucket: Bucket; taken: number } {
  const current = bucketAt(bucket, perSecond, now)
  const taken = Math.max(0, Math.min(wanted, Math.floor(current.tokens + 1e-9)))
  return { bucket: { ...current, tokens: current.tokens - taken }, taken }
}
