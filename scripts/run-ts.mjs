/** Runs a TypeScript file of this repo with its arguments: `node scripts/run-ts.mjs bench/send.ts --messages 20000`. */
import { spawn } from "node:child_process"

const [file, ...args] = process.argv.slice(2)
const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", file, ...args], {
  stdio: "inherit",
  env: { ...process.env, TS_NODE_PROJECT: "tsconfig.json" },
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("close", (code) => process.exit(code ?? 1))
