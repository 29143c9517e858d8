import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Button, Hint, Input, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { Link, useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { ConsentCheckAnswer, ConsentProblem } from "../../parts/api/consent"
import { AudienceTabs } from "../../parts/audience-tabs"
import { mailroom } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { PageHead } from "../../parts/page-head"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** Is the log of consents whole, and where does an address come from? */
export default function LedgerPage() {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3">
      <AudienceTabs />
      <PageHead title={text("ledger.title")} hint={text("ledger.hint")} />
      <FindProof />
      <CheckSection />
    </div>
  )
}

function FindProof() {
  const text = useText()
  const navigate = useNavigate()
  const [email, setEmail] = useState("")
  const [problem, setProblem] = useState<string | null>(null)

  async function find(event: FormEvent) {
    event.preventDefault()
    try {
      const { contact_id: id } = await mailroom<{ contact_id: string }>("/proof", { query: { email: email.trim() } })
      navigate(`/mailroom/contacts/${id}/proof`)
    } catch (error) {
      setProblem(sentenceOf(error, text("common.somethingWentWrong")))
    }
  }

  return (
    <Section title={text("ledger.proof")} hint={text("ledger.proofHint")}>
      <form onSubmit={(event) => void find(event)} className="flex flex-wrap items-start gap-3 px-6 py-4">
        <div className="w-80">
          <Input
            size="small"
            type="email"
            aria-label={text("ledger.address")}
            placeholder={text("common.addressPlaceholder")}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          {problem && (
            <Hint variant="error" className="mt-2">
              {problem}
            </Hint>
          )}
        </div>
        <Button size="small" variant="secondary" type="submit" disabled={email.trim().length < 3}>
          {text("ledger.find")}
        </Button>
      </form>
    </Section>
  )
}

function CheckSection() {
  const text = useText()
  const read = useRead<{ check: ConsentCheckAnswer }>("/consent-check", {
    refreshMs: (last) => (last?.check.running ? 2_000 : 15_000),
  })
  const ask = useChange<void>("/consent-check", { done: text("ledger.asked") })
  return (
    <Section
      title={text("ledger.check")}
      hint={text("ledger.checkHint")}
      actions={
        <ActionButton
          needs="edit"
          isLoading={ask.isPending || Boolean(read.data?.check.running)}
          onClick={() => ask.mutate()}
        >
          {text("ledger.now")}
        </ActionButton>
      }
    >
      <WhenRead read={read}>{({ check }) => <CheckResult check={check} />}</WhenRead>
    </Section>
  )
}

function CheckResult({ check: { running, last } }: { check: ConsentCheckAnswer }) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      {running && (
        <Text size="small" className="px-6 py-4" role="status">
          {text("ledger.running", { chains: format.number(running.chains), entries: format.number(running.entries) })}
        </Text>
      )}
      {!last && !running && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("ledger.never")}
        </Text>
      )}
      {last && (
        <div className="flex items-start gap-x-3 px-6 py-4">
          {last.problem_count === 0 ? (
            <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
          ) : (
            <XCircleSolid className="text-ui-tag-red-icon mt-0.5 shrink-0" />
          )}
          <div>
            <Text size="small" weight="plus">
              {last.problem_count === 0
                ? text("ledger.whole", {
                    chains: format.number(last.chains),
                    entries: format.number(last.entries),
                    anchors: format.number(last.anchors),
                  })
                : text("ledger.broken", { count: last.problem_count })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {text("ledger.finishedAt", { at: format.dateTime(last.finished_at) })}
            </Text>
          </div>
        </div>
      )}
      {last && last.problems.length > 0 && <Problems problems={last.problems} count={last.problem_count} />}
    </>
  )
}

const SHOWN = 50

function Problems({ problems, count }: { problems: ConsentProblem[]; count: number }) {
  const text = useText()
  return (
    <ul className="divide-y">
      {problems.slice(0, SHOWN).map((problem, index) => (
        <Problem key={index} problem={problem} />
      ))}
      {count > SHOWN && (
        <li className="px-6 py-3">
          <Text size="small" className="text-ui-fg-subtle">
            {text("ledger.more", { count: count - SHOWN })}
          </Text>
        </li>
      )}
    </ul>
  )
}

function Problem({ problem }: { problem: ConsentProblem }) {
  const text = useText()
  const repair = useChange<{ contact_ids: string[] }>("/consent-check/repair", { done: text("ledger.repaired") })
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
      <div>
        <Text size="small" weight="plus">
          {text(`ledger.kinds.${problem.kind}`)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {problem.kind === "broken_anchor" ? (
            `${problem.day}: ${said(problem.sentence)}`
          ) : (
            <>
              <Link className="text-ui-fg-interactive" to={`/mailroom/contacts/${problem.contact_id}`}>
                {problem.contact_id}
              </Link>{" "}
              {problem.kind === "broken_chain"
                ? text("ledger.rows", { rows: problem.rows.join(", ") })
                : problem.differs.join(", ")}
            </>
          )}
        </Text>
      </div>
      {problem.kind === "state_drift" && (
        <ActionButton
          needs="edit"
          isLoading={repair.isPending}
          onClick={() => repair.mutate({ contact_ids: [problem.contact_id] })}
        >
          {text("ledger.repair")}
        </ActionButton>
      )}
    </li>
  )
}
