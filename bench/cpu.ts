import { readdirSync, readFileSync } from "node:fs"
import type { Db } from "../src/modules/mailroom/database"

/** Clock ticks per second of Linux's /proc. */
const TICKS = 100

/**
 * Seconds of CPU that the database's processes have used so far, connections that are still open counted; null where that
 * cannot be seen (another machine, not Linux). On a machine with other work this says what a bench costs; the clock does not.
 */
export async function databaseCpu(db: Db): Promise<number | null> {
  const [own] = await db.query<{ pid: number }>({ text: `SELECT pg_backend_pid() AS pid`, values: [] })
  const backend = statOf(own!.pid)
  if (!backend) return null
  const all = readdirSync("/proc").flatMap((pid) => (/^\d+$/.test(pid) ? (statOf(Number(pid)) ?? []) : []))
  return all.filter(({ parent }) => parent === backend.parent).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS
}

function statOf(pid: number): { parent: number; ticks: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /, "")
      .split(" ")
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    // It ended meanwhile, or there is no /proc.
    return null
  }
}
