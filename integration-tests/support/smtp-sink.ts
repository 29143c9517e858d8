import { createServer, type AddressInfo, type Server, type Socket } from "node:net"

export type SinkMail = { from: string; to: string[]; raw: Buffer; messageId: string | null }

/** A reply line, or what no polite server does: break the connection, or say nothing at all. */
export type SinkAnswer = string | "drop" | "silence" | undefined

/** Where a server may misbehave; undefined means the usual polite answer. Numbers count connections and mails from 1. */
export type SinkBehaviour = {
  connect?: (connection: number) => SinkAnswer
  auth?: (line: string) => SinkAnswer
  mail?: (from: string) => SinkAnswer
  rcpt?: (to: string) => SinkAnswer
  /** Instead of 354. */
  data?: (mail: number) => SinkAnswer
  /** After the dot, before anything is kept; only an answer that begins with 2 (or none) keeps the mail. */
  dot?: (mail: SinkMail, n: number) => SinkAnswer
  /** After the mail is kept: "drop" = accepted, but nobody is told. */
  afterAccept?: (mail: SinkMail) => SinkAnswer | Promise<SinkAnswer>
  extensions?: string[]
}

export type SmtpSink = {
  port: number
  url: string
  mails: SinkMail[]
  connections: number
  behave(behaviour: SinkBehaviour): void
  /** Resolves when so many mails are there. */
  received(count: number): Promise<void>
  close(): Promise<void>
}

const DOT = Buffer.from("\r\n.\r\n")

/** A small SMTP server that does what a test says, kept by hand so that it can also break every rule. */
export async function startSmtpSink(initial: SinkBehaviour = {}): Promise<SmtpSink> {
  const sockets = new Set<Socket>()
  let behaviour = initial
  let waiting: { count: number; resolve: () => void }[] = []
  const server: Server = createServer((socket) => {
    sink.connections += 1
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => undefined)
    new Session(socket, () => behaviour, keep).greet(sink.connections)
  })
  const keep = (mail: SinkMail) => {
    sink.mails.push(mail)
    waiting = waiting.filter(({ count, resolve }) => sink.mails.length < count || void resolve())
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const sink: SmtpSink = {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    connections: 0,
    behave: (next) => (behaviour = next),
    received: (count) =>
      sink.mails.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return sink
}

class Session {
  private buffer = Buffer.alloc(0)
  private isInData = false
  private isSilent = false
  private from = ""
  private to: string[] = []
  private mails = 0

  constructor(
    private readonly socket: Socket,
    private readonly behaviour: () => SinkBehaviour,
    private readonly keep: (mail: SinkMail) => void,
  ) {
    socket.on("data", (chunk) => {
      this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk])
      this.read()
    })
  }

  greet(connection: number): void {
    this.answer(this.behaviour().connect?.(connection), "220 sink ESMTP")
  }

  private read(): void {
    while (!this.isSilent && (this.isInData ? this.readBody() : this.readLine()));
  }

  private readLine(): boolean {
    const end = this.buffer.indexOf("\r\n")
    if (end === -1) return false
    const line = this.buffer.toString("utf8", 0, end)
    this.buffer = this.buffer.subarray(end + 2)
    this.command(line)
    return true
  }

  private readBody(): boolean {
    const end = this.buffer.indexOf(DOT)
    if (end === -1) return false
    const raw = Buffer.from(this.buffer.toString("latin1", 0, end + 2).replace(/^\./gm, ""), "latin1")
    this.buffer = this.buffer.subarray(end + DOT.length)
    this.isInData = false
    const messageId = /^message-id:\s*(<[^>]*>)/im.exec(raw.toString("latin1"))?.[1] ?? null
    void this.accept({ from: this.from, to: this.to, raw, messageId })
    this.to = []
    return true
  }

  private async accept(mail: SinkMail): Promise<void> {
    this.mails += 1
    const { dot, afterAccept } = this.behaviour()
    const before = dot?.(mail, this.mails)
    if (before !== undefined && !before.startsWith("2")) return this.answer(before, "")
    this.keep(mail)
    this.answer(await afterAccept?.(mail), before ?? "250 2.0.0 Ok: queued as SINK1234")
  }

  private command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ""
    const { auth, mail, rcpt, data, extensions = ["PIPELINING", "8BITMIME"] } = this.behaviour()
    if (verb === "EHLO") return this.say([...["sink", ...extensions].map((one) => `250-${one}`), "250 OK"].join("\r\n"))
    if (verb === "AUTH") return this.answer(auth?.(line), "235 2.7.0 ok")
    if (verb === "MAIL") {
      this.from = address
      this.to = []
      return this.answer(mail?.(address), "250 2.1.0 ok")
    }
    if (verb === "RCPT") {
      const refusal = rcpt?.(address)
      if (refusal === undefined || refusal.startsWith("2")) this.to.push(address)
      return this.answer(refusal, "250 2.1.5 ok")
    }
    if (verb === "DATA") {
      if (this.to.length === 0) return this.say("503 5.5.1 no recipients")
      const refusal = data?.(this.mails + 1)
      this.isInData = refusal === undefined
      return this.answer(refusal, "354 go ahead")
    }
    if (verb === "QUIT") {
      this.say("221 bye")
      this.socket.end()
      return
    }
    this.say("250 ok")
  }

  private answer(answer: SinkAnswer, usual: string): void {
    if (answer === "drop") {
      this.isSilent = true
      this.socket.destroy()
    } else if (answer === "silence") this.isSilent = true
    else this.say(answer ?? usual)
    if (answer?.startsWith("421")) this.socket.end()
  }

  private say(lines: string): void {
    this.socket.write(`${lines}\r\n`)
  }
}
