import type { Transform } from "node:stream"
import SMTPConnection, { type SMTPConnectionSendInfo } from "nodemailer/lib/smtp-connection"
import type { SmtpTarget } from "../core/settings/smtp-target"
import type { SmtpFault } from "../core/messages/smtp-verdict"
import { TransportFailure, type Accepted, type Outgoing } from "./port"
import { wireBody, wirePieces } from "./wire-body"

/** Connection and greeting in 30 s; ten minutes for the reply after the dot (RFC 5321 §4.5.3.2.6). */
const TIMEOUTS = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 600_000 }

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number }

/** One connection to the server, logged in, that sends one mail after another. */
export class SmtpSession {
  sent = 0
  isUsable = true

  private constructor(private readonly connection: SMTPConnection) {
    connection.on("error", () => (this.isUsable = false))
    connection.on("end", () => (this.isUsable = false))
  }

  static async open(target: SmtpTarget, timeouts: Partial<typeof TIMEOUTS> = {}): Promise<SmtpSession> {
    const { host, port, security, auth } = target
    const connection = new SMTPConnection({
      host,
      port,
      secure: security === "tls",
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      ...TIMEOUTS,
      ...timeouts,
    })
    const session = new SmtpSession(connection)
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once("error", reject)
        connection.connect((error) => (error ? reject(error) : resolve()))
      })
      if (auth) await called((done) => connection.login({ user: auth.user, pass: auth.pass }, done))
      return session
    } catch (error) {
      session.close()
      throw failure(error, { isConnected: false, isBodySent: false })
    }
  }

  async send({ envelope, mime, attached, beforeBody }: Outgoing): Promise<Accepted> {
    let isBodySent = false
    try {
      const info = await new Promise<SMTPConnectionSendInfo>((resolve, reject) => {
        const fenced = {
          // Put behind nodemailer's escaping of dots, in one piece, so that a mail is one write to the socket.
          pipe: (wire: Transform) => {
            beforeBody().then(() => {
              isBodySent = true
              if (attached) for (const piece of wirePieces(mime, attached)) wire.push(piece)
              else wire.push(wireBody(mime))
              wire.push(null)
            }, reject)
          },
        }
        const sizes = { from: envelope.from, to: envelope.to, size: mime.length + (attached?.length ?? 0) }
        this.connection.send(sizes, fenced as never, (error, sent) => (error ? reject(error) : resolve(sent!)))
      })
      this.sent += 1
      return accepted(info)
    } catch (error) {
      if (!isSmtpError(error)) {
        // The server still waits for the body that must not come: only a cut ends the transaction without a mail.
        this.close()
        throw error
      }
      await this.recover(error)
      throw failure(error, { isConnected: true, isBodySent })
    }
  }

  quit(): void {
    this.isUsable = false
    this.connection.quit()
  }

  close(): void {
    this.isUsable = false
    this.connection.close()
  }

  /** After a refusal the connection goes on with the next mail; after anything else it is of no use. */
  private async recover({ responseCode, code }: SmtpError): Promise<void> {
    const isRefusal =
      responseCode !== undefined && responseCode !== 421 && (code === "EENVELOPE" || code === "EMESSAGE")
    if (!isRefusal || !this.isUsable) return this.close()
    try {
      await called((done) => this.connection.reset(done))
    } catch {
      // A server that cannot reset is left; the refusal before it is what counts.
      this.close()
    }
  }
}

function called(call: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))
}

function accepted(info: SMTPConnectionSendInfo): Accepted {
  return {
    reply: info.response,
    queueId: info.serverMessageId ?? queueIdOf(info.response),
    refused: (info.rejectedErrors ?? []).map((error, n) => ({ address: info.rejected[n]!, fault: faultOf(error) })),
  }
}

/** Postfix and its kin: "250 2.0.0 Ok: queued as 4F1C2"; Exim: "250 OK id=1tE…". */
function queueIdOf(reply: string): string | null {
  return /(?:queued as|\bid=)\s*([A-Za-z0-9._-]{4,64})/i.exec(reply)?.[1] ?? null
}

function isSmtpError(error: unknown): error is SmtpError {
  const { code, command } = error as SmtpError
  return typeof code === "string" && (command !== undefined || /^E[A-Z]+$/.test(code))
}

function failure(error: unknown, { isConnected, isBodySent }: { isConnected: boolean; isBodySent: boolean }) {
  return new TransportFailure({ ...faultOf(error as SmtpError), isConnected }, isBodySent, error)
}

function faultOf({ code, command, response, responseCode, message }: SmtpError): SmtpFault {
  return { code: responseCode, command, errorCode: code, reply: response ?? message }
}
