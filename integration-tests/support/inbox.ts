import { execFileSync } from "node:child_process"
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

/** A port that was free a moment ago; synchronous, because a store's configuration is read when the test file loads. */
export function freePortNow(): number {
  const script = `const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})`
  return Number(execFileSync(process.execPath, ["-e", script], { env: { PATH: process.env.PATH } }).toString())
}

export async function openInbox(port: number): Promise<Inbox> {
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
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter(({ envelopeTo }) => envelopeTo.includes(address)),
    clear: () => mails.splice(0),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
