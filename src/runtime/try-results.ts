import { classifyReply } from "../core/messages/classify-reply"
import { maskReply } from "../core/messages/mask-reply"
import { afterOutcome, mustPause, NO_OUTCOMES, type Outcomes } from "../core/messages/policy-alarm"
import { decideSettlement } from "../core/messages/settlement"
import type { SmtpFault, SmtpVerdict } from "../core/messages/smtp-verdict"
import { isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { pauseRefusedMailing } from "../modules/mailroom/sql/lanes"
import { untried } from "../modules/mailroom/sql/release-deliveries"
import { TransportFailure, type Accepted } from "../transports/port"
import type { ComposedMail } from "./compose-mail"
import { FenceLost, type DeliveryLedger, type FinalNews } from "./delivery-ledger"
import type { ReadyMessage } from "./ready-message"
import type { SendingHealth } from "./sending-health"

/** A try, with what the reader would have seen. */
export type Try = { one: ReadyMessage; mail: ComposedMail; isRedirected: boolean }

/** Writes down how each try ended, and what follows from it for the message, the address and the mailing. */
export class TryResults {
  private readonly outcomes = new Map<string, Outcomes>()

  constructor(
    private readonly mailroom: Mailroom,
    private readonly ledger: DeliveryLedger,
    private readonly health: SendingHealth,
  ) {}

  async accepted(tried: Try, accepted: Accepted): Promise<void> {
    const { one, mail } = tried
    this.health.accepted(one.domain)
    // A copy may have been taken while the person it is for was refused: that decides.
    const refused = accepted.refused.find(({ address }) => address === one.facts.to_email)
    if (refused) {
      const takenBy = mail.to.filter((to) => !accepted.refused.some(({ address }) => address === to))
      return this.verdict(tried, refused.fault, classifyReply(refused.fault), takenBy)
    }
    const { queueId } = accepted
    await this.ledger.settle({ ...finalOf(one, mail), code: 250, reply: maskReply(accepted.reply), queueId })
    await this.watchMailing(one, false)
  }

  async failed(tried: Try, error: unknown): Promise<void> {
    const { one } = tried
    if (error instanceof FenceLost) return this.giveBack(one)
    if (!(error instanceof TransportFailure)) {
      // The fence could not be asked: nothing has left.
      if (isDatabaseAway(error)) return this.giveBack(one)
      throw error
    }
    if (error.isBodySent && error.fault.code === undefined) return this.unanswered(tried, error.fault)
    return this.verdict(tried, error.fault, classifyReply(error.fault))
  }

  /** The mail could not be made: the template or its data are at fault, and would be again. */
  async unrendered(one: ReadyMessage, error: unknown): Promise<void> {
    const cause = error instanceof Error ? error : new Error(String(error))
    this.mailroom.log.error(`Mailroom: message ${one.facts.id} could not be made`, cause)
    const reply = maskReply(cause.message)
    await this.ledger.settle({ ...finalOf(one, null), status: "failed", reason: "render_failed", reply })
  }

  /** Back into the queue at its old place, as if it had not been claimed. */
  async giveBack(one: ReadyMessage): Promise<void> {
    await this.ledger.release(untried({ ...fencedOf(one), delayMs: null }))
  }

  private async unanswered({ one, mail }: Try, fault: SmtpFault): Promise<void> {
    const settlement = decideSettlement({ ...tryOf(one), outcome: { kind: "unanswered" } })
    const said = saidBy(fault, null)
    this.health.brokeOff(said.reply)
    if (settlement.kind === "final")
      return this.ledger.settle({ ...finalOf(one, mail), ...said, status: "in_doubt", reason: settlement.reason })
    const delayMs = settlement.kind === "doubt" ? settlement.resendInMs : settlement.delayMs
    return this.ledger.release({
      ...fencedOf(one),
      ...said,
      delayMs,
      countsAttempt: true,
      isDoubt: true,
      takenBy: null,
    })
  }

  private async verdict(tried: Try, fault: SmtpFault, verdict: SmtpVerdict, takenBy: string[] = []): Promise<void> {
    const said = saidBy(fault, verdict.enhanced)
    this.health.refused(tried.one.domain, verdict, said.reply || verdict.diagnosis)
    await this.settleVerdict(tried, fault, verdict, takenBy)
    await this.watchMailing(tried.one, verdict.bounce === "block")
  }

  private async settleVerdict(
    { one, mail, isRedirected }: Try,
    fault: SmtpFault,
    verdict: SmtpVerdict,
    takenBy: string[],
  ): Promise<void> {
    const said = saidBy(fault, verdict.enhanced)
    const outcome = { kind: "refused" as const, verdict, isConnected: fault.isConnected ?? fault.code !== undefined }
    const settlement = decideSettlement({ ...tryOf(one), outcome })
    if (settlement.kind === "final") {
      // What a test address of the merchant answers says nothing about the person the mail was for.
      const bounce = isRedirected ? null : verdict.bounce
      const news = isRedirected ? null : { emailHash: one.facts.email_hash, isCountable: verdict.isCountable }
      const { reason } = settlement
      return this.ledger.settle({ ...finalOf(one, mail), ...said, status: "failed", reason, bounce, news })
    }
    const countsAttempt = settlement.kind === "doubt" || settlement.countsAttempt
    const delayMs = settlement.kind === "retry" && countsAttempt ? settlement.delayMs : null
    return this.ledger.release({ ...fencedOf(one), ...said, delayMs, countsAttempt, isDoubt: false, takenBy })
  }

  /** A mailing that is refused by policy again and again is paused before it ruins the shop's name. */
  private async watchMailing({ facts }: ReadyMessage, isRefused: boolean): Promise<void> {
    const { source_id: source, origin } = facts
    if (origin !== "mailing" || !source) return
    const outcomes = afterOutcome(this.outcomes.get(source) ?? NO_OUTCOMES, isRefused)
    this.outcomes.set(source, outcomes)
    if (!isRefused || !mustPause(outcomes)) return
    this.outcomes.delete(source)
    const problem = "Paused: a fifth of the last 100 mails was refused by policy. See the replies in the Outbox."
    await this.mailroom.db.query(pauseRefusedMailing({ mailingId: source, problem }))
    this.mailroom.log.error(`Mailroom: mailing ${source} was paused, mail servers refuse it by policy.`)
  }
}

const fencedOf = ({ facts, token }: ReadyMessage) => ({ id: facts.id, token })

const tryOf = ({ facts, attempts, doubts }: ReadyMessage) => ({
  class: facts.class,
  attempts,
  doubts,
  random: Math.random(),
})

const saidBy = ({ code, command, reply, errorCode }: SmtpFault, enhanced: string | null) => ({
  code: code ?? null,
  enhanced,
  command: command ?? null,
  reply: maskReply(reply ?? errorCode ?? ""),
})

/** Written out: a literal that goes on after a spread costs a hundred times as much, and every mail makes one. */
function finalOf(one: ReadyMessage, mail: ComposedMail | null): FinalNews {
  return {
    id: one.facts.id,
    token: one.token,
    status: "sent",
    reason: null,
    countsAttempt: true,
    code: null,
    enhanced: null,
    reply: null,
    command: null,
    queueId: null,
    subject: mail?.subject ?? null,
    pixel: mail?.pixel ?? null,
    digest: mail?.digest ?? null,
    bounce: null,
    isSecret: one.facts.sealed_context !== null,
    news: null,
  }
}
