/**
 * `npm run bench:plan [-- --recipients 1000000]`: a mailing to everybody, from "send" until each person has a message with
 * a delivery: the audience frozen by one statement, then planned chunk by chunk by the planner that runs in the store. Everybody
 * has agreed, so that each is a message to write. The last line is JSON.
 */
import { parseArgs } from "node:util"
import { mailingPlanner } from "../src/runtime/mailing-planner"
import { composeForEverybody, everybodyAgreed, sendNow } from "./composed"
import { databaseCpu } from "./cpu"
import { onOwnDatabase, say, seconds } from "./runner"
import { planBulk } from "./plan-bulk"
import { seedContacts } from "./seed-contacts"

const { values } = parseArgs({ options: { recipients: { type: "string", default: "1000000" } } })
const recipients = Number(values.recipients)

async function run(databaseUrl: string): Promise<void> {
  const bulk = await planBulk(databaseUrl)
  const { mailroom } = bulk
  const count = async (text: string) => (await mailroom.db.query<{ n: number }>({ text, values: [id] }))[0]!.n
  let id = ""
  try {
    say(`making ${recipients} contacts`)
    await seedContacts(mailroom.db, recipients)
    await everybodyAgreed(mailroom)
    id = await composeForEverybody(mailroom)
    await sendNow(mailroom, id)
    const planner = mailingPlanner(mailroom)
    const [cpu, ownCpu] = [await databaseCpu(mailroom.db), process.cpuUsage()]
    const began = performance.now()
    await planner.turn({ ignoreSchedule: true })
    say(`frozen after ${seconds(began)} s`)
    while ((await mailroom.mailings.row(id)).state === "planning") await planner.turn({ ignoreSchedule: true })
    const plan_s = seconds(began)
    const [used, own] = [await databaseCpu(mailroom.db), process.cpuUsage(ownCpu)]
    if (cpu !== null && used !== null)
      say(
        `CPU: ${(used - cpu).toFixed(1)} s of the database, ${((own.user + own.system) / 1e6).toFixed(1)} s of the planner`,
      )
    const queued = await count(
      `SELECT count(DISTINCT m.contact_id)::int AS n FROM mailroom.message m JOIN mailroom.delivery d ON d.message_id = m.id WHERE m.source_id = $1`,
    )
    const messages = await count(`SELECT count(*)::int AS n FROM mailroom.message WHERE source_id = $1`)
    if (queued !== recipients || messages !== recipients)
      throw new Error(`${messages} messages for ${queued} people are waiting; it should be ${recipients} of each.`)
    const peak_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024)
    say(JSON.stringify({ recipients, plan_s, peak_rss_mb }))
  } finally {
    await bulk.close()
  }
}

onOwnDatabase(run)
