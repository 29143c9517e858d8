import { connect, type Socket } from "node:net"

export type Answered = { status: number; ms: number }

export type LoadResult = { perSecond: number; p50: number; p99: number; requests: number; failed: number }

type Load = {
  port: number
  connections: number
  seconds: number
  /** Path of the n-th request. */
  path: (n: number) => string
  /** Told of each whole answer, with the number of its request. */
  onAnswer?: (n: number, answered: Answered) => void
}

const AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"

/**
 * Keep-alive connections that each ask, wait for the whole answer and ask again. On bare sockets, because on the same
 * two cores a full HTTP client would be measured along with the server.
 */
export async function load({ port, connections, seconds, path, onAnswer }: Load): Promise<LoadResult> {
  const latencies: number[] = []
  let next = 0
  let failed = 0
  const began = performance.now()
  const until = began + seconds * 1000
  const ask = async (socket: Exchange) => {
    while (performance.now() < until) {
      const n = next++
      const sent = performance.now()
      const status = await socket.request(path(n)).catch(() => null)
      if (status === null) return void failed++
      const ms = performance.now() - sent
      latencies.push(ms)
      onAnswer?.(n, { status, ms })
    }
  }
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  await Promise.all(sockets.map(ask))
  const took = (performance.now() - began) / 1000
  sockets.forEach((socket) => socket.close())
  latencies.sort((a, b) => a - b)
  const quantile = (q: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? NaN
  return { perSecond: latencies.length / took, p50: quantile(0.5), p99: quantile(0.99), requests: next, failed }
}

type Exchange = { request(path: string): Promise<number>; close(): void }

async function open(port: number): Promise<Exchange> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject))
  return exchange(socket)
}

function exchange(socket: Socket): Exchange {
  let buffered = Buffer.alloc(0)
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null
  socket.on("data", (chunk) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
    const answer = wholeAnswer(buffered)
    if (!answer || !waiting) return
    buffered = buffered.subarray(answer.length)
    const { resolve } = waiting
    waiting = null
    resolve(answer.status)
  })
  const broken = () => {
    waiting?.reject(new Error("connection closed"))
    waiting = null
  }
  socket.on("close", broken).on("error", broken)
  return {
    request: (path) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error("connection closed"))
        waiting = { resolve, reject }
        socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${AGENT}\r\nAccept: */*\r\n\r\n`)
      }),
    close: () => socket.destroy(),
  }
}

/** The routes measured all name their Content-Length. */
function wholeAnswer(bytes: Buffer): { status: number; length: number } | null {
  const end = bytes.indexOf("\r\n\r\n")
  if (end === -1) return null
  const head = bytes.toString("latin1", 0, end)
  const body = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  const length = end + 4 + body
  return bytes.length < length ? null : { status: Number(head.slice(9, 12)), length }
}
