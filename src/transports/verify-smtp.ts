import type { SmtpTarget } from "../core/settings/smtp-target"
import { TransportFailure } from "./port"
import { SmtpSession } from "./smtp-session"

/** Shorter than for mail: a person waits for the answer. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 }

/** Connects, greets, encrypts, logs in and leaves; throws what the server (or the network) said. */
export async function verifySmtp(target: SmtpTarget): Promise<void> {
  try {
    const session = await SmtpSession.open(target, TIMEOUTS)
    session.quit()
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error
    throw new Error(`${target.host}:${target.port} answered: ${error.message}`)
  }
}
