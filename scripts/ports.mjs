import { createServer } from "node:net"

/**
 * Below the ports that systems give to outgoing connections (Linux from 32768, others from 49152): a port of those may be
 * free now and be a database connection of somebody's in the moment when it is wanted.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000]

/** A TCP port that nobody listens on now. */
export async function freePort() {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    if (await isFree(port)) return port
  }
}

/** Whether a server could listen on all addresses of this machine, as Medusa does. */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
