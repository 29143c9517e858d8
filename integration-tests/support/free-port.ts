import { createServer } from "node:net"

/**
 * A port that nobody listens on now, for a server that cannot choose one itself. Below those that systems give to
 * outgoing connections: one of these may be free now and a database connection in the moment when it is wanted.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
