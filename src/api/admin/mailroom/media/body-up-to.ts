import type { Readable } from "node:stream"

/** How much more than allowed is read, and thrown away, before the sender is cut off. */
const PATIENCE = 10

/**
 * The whole body, or null when it is longer than `most` bytes. A longer one is read on without being kept: a connection
 * closed in the middle of an upload shows the sender no sentence, only that it broke.
 */
export async function bodyUpTo(body: Readable, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += (chunk as Buffer).length
    if (length <= most) chunks.push(chunk as Buffer)
    else chunks.length = 0
    if (length > most * PATIENCE) return null
  }
  return length > most ? null : Buffer.concat(chunks)
}
