/** `npm run test:kill -- --kills 20 --messages 2000 [--seed 1 --connections 5 --workers 2]`. The last line is JSON. */
import { runKills } from "./kill-run"

function argument(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : Number(process.argv[at + 1])
}

async function main(): Promise<void> {
  const seed = argument("seed", Date.now() % 100_000)
  process.stdout.write(`seed ${seed}\n`)
  const result = await runKills({
    kills: argument("kills", 20),
    messages: argument("messages", 2000),
    seed,
    connections: argument("connections", 5),
    workers: argument("workers", 2),
  })
  process.stdout.write(`${JSON.stringify(result)}\n`)
  const isRight = result.lost === 0 && result.duplicates === 0 && result.in_doubt <= result.kills * result.connections
  process.exit(isRight ? 0 : 1)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
