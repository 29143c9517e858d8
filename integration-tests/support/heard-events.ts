import type { EventEmitter } from "node:events"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const listening = new WeakMap<EventEmitter, Set<Promise<unknown>>>()

/**
 * Waits until every subscriber has done with what was emitted. The bus in memory waits for nobody: a test that looked at
 * once would look before the event is written down, on a slow machine.
 */
export function heardEvents(container: MedusaContainer): () => Promise<void> {
  const { eventEmitter_: emitter } = container.resolve(Modules.EVENT_BUS) as unknown as { eventEmitter_: EventEmitter }
  const inFlight = listening.get(emitter) ?? watched(emitter)
  return async () => {
    while (inFlight.size > 0) await Promise.all(inFlight)
  }
}

function watched(emitter: EventEmitter): Set<Promise<unknown>> {
  const inFlight = new Set<Promise<unknown>>()
  listening.set(emitter, inFlight)
  emitter.emit = (name, ...args) => {
    const listeners = emitter.listeners(name)
    for (const listener of listeners) {
      const done: Promise<unknown> = Promise.resolve(listener(...args)).finally(() => inFlight.delete(done))
      inFlight.add(done)
    }
    return listeners.length > 0
  }
  return inFlight
}
