import { openPair } from "../integration-tests/scale/server-and-worker"
import { anOrder } from "../integration-tests/support/shop"
import { throwAwayDatabase } from "./database"

const LOOK_MS = 250

/**
 * Orders told to a server process, one after another at odd moments, and their receipts sent by a worker: milliseconds
 * from the event to the mail server's having it. Two Mailrooms with a pool each, in one process, beside a shop in memory.
 */
export async function receiptsWay({
  receipts,
  redisUrl,
}: {
  receipts: number
  redisUrl: string | false
}): Promise<number[]> {
  const database = await throwAwayDatabase()
  const pair = await openPair({ redisUrl, lookMs: LOOK_MS, database: { url: database.url, drop: database.stop } })
  const waits: number[] = []
  try {
    // The first one finds templates to load and a connection to open.
    for (let n = -1; n < receipts; n++) {
      const order = anOrder()
      pair.shop.orders_.set(order.context.id, order)
      await new Promise((resolve) => setTimeout(resolve, 300 + ((n * 37) % 100)))
      const sent = pair.sink.mails.length
      const began = performance.now()
      await pair.server.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
      await pair.sink.received(sent + 1)
      if (n >= 0) waits.push(Math.round(performance.now() - began))
    }
    return waits
  } finally {
    await pair.close()
  }
}
