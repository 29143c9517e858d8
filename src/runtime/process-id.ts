import { randomBytes } from "node:crypto"
import { hostname } from "node:os"

/** Names this process in leases and heartbeats; the random part tells a restarted container from its forerunner. */
export const PROCESS_ID = `${hostname()}:${process.pid}:${randomBytes(4).toString("hex")}`
