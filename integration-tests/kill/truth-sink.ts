/**
 * The truth of a kill run, in a process of its own: an SMTP server that writes the Message-ID of every accepted mail to
 * a file and syncs it to the disk before it says 250. Argument: the file. Answers any message with its count.
 */
import { fsyncSync, openSync, writeSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

const file = openSync(process.argv[2]!, "a")
let accepted = 0

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on("data", (chunk: Buffer) => chunks.push(chunk))
    stream.on("end", () => {
      const messageId = /^message-id:\s*<([^>@]*)@/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "none"
      writeSync(file, `${messageId}\n`)
      fsyncSync(file)
      accepted += 1
      // As slow as a real server, so that kills meet mails in every state.
      setTimeout(() => done(), accepted % 23)
    })
  },
})
server.on("error", () => undefined)
server.listen(0, "127.0.0.1", () => process.send!({ port: (server.server.address() as AddressInfo).port }))
process.on("message", () => process.send!({ accepted }))
process.on("disconnect", () => process.exit(0))
