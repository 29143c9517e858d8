/**
 * The SMTP server that all candidates send to: it accepts everything, keeps nothing, costs as little as it can and
 * counts. `process.send({ count })` answers any message. With `--recipients` it also knows how many times each address came
 * ("twice": addresses that came more than once), which costs it a little, and when each receipt (to "buyer…") was taken.
 */
import { createServer, type AddressInfo, type Socket } from "node:net"

const DOT = Buffer.from("\r\n.\r\n")
let accepted = 0
const times = process.argv.includes("--recipients") ? new Map<string, number>() : null
const receipts: Record<string, number> = {}

function serve(socket: Socket): void {
  let rest: Buffer = Buffer.alloc(0)
  let isInData = false
  let recipient = ""
  socket.setNoDelay(true)
  socket.on("error", () => socket.destroy())
  socket.write("220 bench ESMTP\r\n")
  socket.on("data", (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let replies = ""
    for (;;) {
      if (isInData) {
        const end = rest.indexOf(DOT)
        if (end === -1) break
        rest = rest.subarray(end + DOT.length)
        isInData = false
        accepted += 1
        if (recipient.startsWith("buyer")) receipts[recipient] = Date.now()
        replies += "250 2.0.0 Ok: queued as BENCH\r\n"
        continue
      }
      const end = rest.indexOf("\r\n")
      if (end === -1) break
      const verb = rest.toString("latin1", 0, 4).toUpperCase()
      if (times && verb === "RCPT") recipient = note(rest.toString("latin1", 0, end))
      rest = rest.subarray(end + 2)
      if (verb === "EHLO") replies += "250-bench\r\n250-PIPELINING\r\n250 8BITMIME\r\n"
      else if (verb === "DATA") {
        replies += "354 go ahead\r\n"
        isInData = true
      } else if (verb === "QUIT") {
        socket.end(`${replies}221 bye\r\n`)
        return
      } else replies += "250 ok\r\n"
    }
    if (replies) socket.write(replies)
  })
}

function note(line: string): string {
  const address = line.slice(line.indexOf("<") + 1, line.lastIndexOf(">"))
  times!.set(address, (times!.get(address) ?? 0) + 1)
  return address
}

const server = createServer(serve)
server.listen(0, "127.0.0.1", () => process.send!({ port: (server.address() as AddressInfo).port }))
process.on("message", () =>
  process.send!({
    accepted,
    addresses: times?.size,
    twice: times && [...times.values()].filter((n) => n > 1).length,
    receipts,
  }),
)
process.on("disconnect", () => process.exit(0))
