import type { ExecArgs } from "@medusajs/framework/types"
import type { MailroomService } from "../modules/mailroom/service"
import type { ConsentProblem } from "../modules/mailroom/sql/consent-check-state"

const SAY_EVERY = 50

/**
 * Verifies the whole consent ledger: every chain, every state beside it, every sealed day. Names what is broken and ends
 * with an error then, so that a cron job notices. Memory stays the same however long the ledger is.
 *
 * @example npx medusa exec ./node_modules/medusa-plugin-mailroom/.medusa/server/src/scripts/check-consent.js
 */
export default async function checkConsent({ container }: ExecArgs): Promise<void> {
  const service = container.resolve<MailroomService>("mailroom")
  await service.connect()
  const { consentCheck, log } = service.mailroom
  let steps = 0
  const check = await consentCheck.run(({ chains, entries }) => {
    steps += 1
    if (steps % SAY_EVERY === 0) log.info(`Mailroom: ${chains} chains, ${entries} entries so far.`)
  })
  for (const problem of check.problems) log.error(`Mailroom: ${sentenceOf(problem)}`)
  const size = `${check.chains} chains with ${check.entries} entries, ${check.anchors} sealed days`
  if (check.problem_count > 0) throw new Error(`The consent ledger has ${check.problem_count} broken places (${size}).`)
  log.info(`Mailroom: the consent ledger is whole: ${size}.`)
}

function sentenceOf(problem: ConsentProblem): string {
  switch (problem.kind) {
    case "broken_chain":
      return `contact ${problem.contact_id}: entries ${problem.rows.join(", ")} were changed, taken out or swapped.`
    case "state_drift":
      return `contact ${problem.contact_id}: ${problem.differs.join(", ")} is not what the log says.`
    case "broken_anchor":
      return `${problem.day}: ${problem.sentence}`
  }
}
