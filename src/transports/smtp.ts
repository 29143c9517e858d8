import type { SmtpTarget } from "../core/settings/smtp-target"
import { dkimSigner } from "./dkim"
import { TransportFailure, type Accepted, type Outgoing, type Transport } from "./port"
import { SmtpSession } from "./smtp-session"

/** Many servers close after a hundred mails or half a minute of silence: leave before they do. */
const MAILS_PER_CONNECTION = 100
const IDLE_MS = 20_000

type Idle = { session: SmtpSession; since: number }

export type SmtpTransportOptions = {
  mailsPerConnection?: number
  timeouts?: { connectionTimeout?: number; greetingTimeout?: number; socketTimeout?: number }
}

/** A pool of SMTP connections; each carries one mail at a time and is used again. */
export class SmtpTransport implements Transport {
  readonly capacity: number
  private readonly idle: Idle[] = []
  private readonly sign: ((mime: Buffer) => Promise<Buffer>) | null
  private isClosed = false

  constructor(
    private readonly target: SmtpTarget,
    private readonly options: SmtpTransportOptions = {},
  ) {
    this.capacity = target.connections
    this.sign = target.dkim ? dkimSigner(target.dkim) : null
  }

  async send(outgoing: Outgoing): Promise<Accepted> {
    const signed = this.sign ? { ...outgoing, mime: await this.signed(outgoing, this.sign) } : outgoing
    const known = this.takeIdle()
    if (!known) return this.sendOn(await this.open(), signed)
    try {
      return await this.sendOn(known, signed)
    } catch (error) {
      // A connection that had gone stale says nothing about the server, and the mail has not left: once more, anew.
      if (!isStale(error)) throw error
      return this.sendOn(await this.open(), signed)
    }
  }

  /** The signature is over all of it; what is attached stays the piece that is shared. */
  private async signed({ mime, attached }: Outgoing, sign: (mime: Buffer) => Promise<Buffer>): Promise<Buffer> {
    if (!attached) return sign(mime)
    const whole = await sign(Buffer.concat([mime, attached]))
    return Buffer.from(whole.subarray(0, whole.length - attached.length))
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (const { session } of this.idle.splice(0)) session.quit()
  }

  private open(): Promise<SmtpSession> {
    return SmtpSession.open(this.target, this.options.timeouts)
  }

  private async sendOn(session: SmtpSession, outgoing: Outgoing): Promise<Accepted> {
    try {
      return await session.send(outgoing)
    } finally {
      this.giveBack(session)
    }
  }

  private takeIdle(): SmtpSession | undefined {
    for (let one = this.idle.pop(); one; one = this.idle.pop()) {
      if (one.session.isUsable && performance.now() - one.since < IDLE_MS) return one.session
      one.session.quit()
    }
    return undefined
  }

  private giveBack(session: SmtpSession): void {
    const { mailsPerConnection = MAILS_PER_CONNECTION } = this.options
    if (!session.isUsable) return
    if (this.isClosed || session.sent >= mailsPerConnection) return session.quit()
    this.idle.push({ session, since: performance.now() })
  }
}

function isStale(error: unknown): boolean {
  return error instanceof TransportFailure && !error.isBodySent && (error.fault.code ?? 421) === 421
}
