/**
 * `npm run bench:preflight [-- --recipients 100000]`: the mails of all recipients are made and looked at (F55), by the loop
 * that does it in the store; then one more is begun and cancelled in the middle. The last line is JSON.
 */
import { parseArgs } from "node:util"
import { preflight } from "../src/runtime/preflight"
import { composeForEverybody, everybodyAgreed } from "./composed"
import { onOwnDatabase, say, seconds } from "./runner"
import { planBulk } from "./plan-bulk"
import { seedContacts } from "./seed-contacts"

const { values } = parseArgs({ options: { recipients: { type: "string", default: "100000" } } })
const recipients = Number(values.recipients)

async function run(databaseUrl: string): Promise<void> {
  const bulk = await planBulk(databaseUrl)
  const { mailroom } = bulk
  try {
    say(`making ${recipients} contacts`)
    await seedContacts(mailroom.db, recipients)
    await everybodyAgreed(mailroom)
    const id = await composeForEverybody(mailroom)
    const loop = preflight(mailroom)
    await mailroom.preflight.start(id, null)
    const began = performance.now()
    await loop.turn()
    say(`recipients written down after ${seconds(began)} s`)
    const rss: number[] = []
    while ((await mailroom.preflight.get(id))?.state === "running") {
      await loop.turn()
      rss.push(process.memoryUsage().rss / 1024 / 1024)
    }
    const check_s = seconds(began)
    const found = await mailroom.preflight.get(id)
    if (found?.state !== "done" || found.done !== recipients)
      throw new Error(`The preflight is ${found?.state} after ${found?.done} of ${recipients}: ${found?.problem}`)
    say(
      `memory: ${Math.round(rss[Math.floor(rss.length / 4)]!)} MB after a quarter, ${Math.round(rss.at(-1)!)} MB at the end`,
    )
    const cancel_ms = await cancelInTheMiddle()
    const peak_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024)
    say(JSON.stringify({ recipients, check_s, per_s: Math.round(recipients / check_s), cancel_ms, peak_rss_mb }))

    /** Until the worker has stopped, not only until the screen says so. */
    async function cancelInTheMiddle(): Promise<number> {
      await mailroom.preflight.start(id, null)
      await loop.turn()
      const turn = loop.turn()
      await new Promise((resolve) => setTimeout(resolve, 100))
      const asked = performance.now()
      await mailroom.preflight.cancel(id)
      await turn
      return Math.round(performance.now() - asked)
    }
  } finally {
    await bulk.close()
  }
}

onOwnDatabase(run)
