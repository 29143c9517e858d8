import type { SmtpFault } from "../core/messages/smtp-verdict"

/** One mail for one transaction: one recipient, and those who get a copy of this very mail. */
export type Outgoing = {
  envelope: { from: string; to: string[] }
  mime: Buffer
  /** Follows `mime`: the end of the mail that it has in common with others, held once for all of them. */
  attached?: Buffer
  /**
   * Called once, when the server waits for the body (354) and before its first byte leaves. A throw sends nothing:
   * this is the fence that a worker which lost its lease cannot pass.
   */
  beforeBody(): Promise<void>
}

export type Accepted = {
  /** The server's last reply, which may name its queue id. */
  reply: string
  queueId: string | null
  /** Recipients refused while others were accepted. */
  refused: { address: string; fault: SmtpFault }[]
}

/** A mail that was not accepted, or of which it cannot be known. */
export class TransportFailure extends Error {
  constructor(
    readonly fault: SmtpFault,
    /** True once the fence was passed: without a reply code nobody knows whether the server took it. */
    readonly isBodySent: boolean,
    readonly cause?: unknown,
  ) {
    super(fault.reply ?? fault.errorCode ?? "transport failure")
    this.name = "TransportFailure"
  }
}

export interface Transport {
  /** Mails that may be on the wire at once. */
  readonly capacity: number
  /** Throws a TransportFailure, or what `beforeBody` threw. */
  send(outgoing: Outgoing): Promise<Accepted>
  /** Ends idle connections at once and busy ones when their mail is through. */
  close(): Promise<void>
}
