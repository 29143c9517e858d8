import type { AddressInfo } from "node:net"
import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"

/** One accepted mail: the envelope as the server saw it, and the mail as a mail program reads it. */
export type ReceivedMail = Email & { envelopeTo: string[]; envelopeFrom: string; raw: string }

/** A real SMTP server on loopback that keeps what it accepts. */
export type Inbox = {
  url: string
  mails: ReceivedMail[]
  /** Mails whose envelope names this address, oldest first. */
  to(address: string): ReceivedMail[]
  clear(): void
  close(): Promise<void>
}

/**
 * An inbox that is there when this returns: for a store whose configuration, and with it the port, is read when the test
 * file loads. Bound without a host name, which Node would look up first.
 */
export function openInboxNow(): Inbox {
  const { server, inbox } = anInbox()
  server.listen(0)
  const { port } = server.server.address() as AddressInfo
  return { ...inbox, url: `smtp://127.0.0.1:${port}` }
}

export async function openInbox(): Promise<Inbox> {
  const { server, inbox } = anInbox()
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { ...inbox, url: `smtp://127.0.0.1:${port}` }
}

function anInbox(): { server: SMTPServer; inbox: Omit<Inbox, "url"> } {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const raw = Buffer.concat(chunks)
        PostalMime.parse(raw).then((email) => {
          mails.push({
            ...email,
            raw: raw.toString("latin1"),
            envelopeTo: session.envelope.rcptTo.map(({ address }) => address),
            envelopeFrom: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          })
          done()
        }, done)
      })
    },
  })
  const inbox = {
    mails,
    to: (address: string) => mails.filter(({ envelopeTo }) => envelopeTo.includes(address)),
    clear: () => void mails.splice(0),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
  return { server, inbox }
}
