import { composeMail, type ComposedMail } from "./compose-mail"
import type { ReadyMessage } from "./ready-message"
import type { Conditions, SendingConditions } from "./sending-conditions"

export type Composed = ComposedMail | { error: unknown }

/**
 * Makes the next mails while the wire waits for servers and the database, one in each turn of the event loop. Made when
 * a connection is free, they came in bursts in which no answer was read. What was made under other settings is made anew.
 */
export class ComposeAhead {
  private readonly waiting = new Set<ReadyMessage>()
  private readonly made = new Map<ReadyMessage, { basis: string; mail: Composed }>()
  private isTurning = false

  constructor(private readonly conditions: SendingConditions) {}

  expect(ready: ReadyMessage[]): void {
    for (const one of ready) this.waiting.add(one)
    this.turnSoon()
  }

  take(one: ReadyMessage, conditions: Conditions): Composed {
    const made = this.made.get(one)
    this.drop(one)
    return made?.basis === basisOf(conditions) ? made.mail : compose(one, conditions)
  }

  drop(one: ReadyMessage): void {
    this.waiting.delete(one)
    this.made.delete(one)
    this.turnSoon()
  }

  private turnSoon(): void {
    if (this.isTurning || this.waiting.size === 0) return
    this.isTurning = true
    setImmediate(() => {
      this.isTurning = false
      this.turn()
    })
  }

  private turn(): void {
    const conditions = this.conditions.last
    if (!conditions || this.made.size >= conditions.transport.capacity) return
    for (const one of this.waiting) {
      this.waiting.delete(one)
      this.made.set(one, { basis: basisOf(conditions), mail: compose(one, conditions) })
      break
    }
    this.turnSoon()
  }
}

function compose(one: ReadyMessage, { senders, settings, key }: Conditions): Composed {
  try {
    const sender = senders.find(({ id }) => id === one.facts.sender_id) ?? senders[0]
    if (!sender) throw new Error("There is no sender: set one in Mailroom's settings.")
    const { facts, context, template, firstAttemptAt, attached } = one
    return composeMail({ facts, context, template, sender, settings, key, firstAttemptAt, bcc: facts.bcc, attached })
  } catch (error) {
    return { error }
  }
}

// Conditions are read twice a second, and are nearly always the same.
const bases = new WeakMap<Conditions, string>()

/** What a mail depends on besides its message. */
function basisOf(conditions: Conditions): string {
  const { senders, settings, key } = conditions
  let basis = bases.get(conditions)
  if (!basis) bases.set(conditions, (basis = JSON.stringify([senders, settings, key.kid])))
  return basis
}
