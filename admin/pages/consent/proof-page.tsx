import { Badge, Button, Text, Textarea, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { Link, useParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { ProofAnswer, ProofPart } from "../../parts/api/consent"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { Row, Section } from "../../parts/section"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

const LANGUAGES = ["en", "de", "fr", "es", "it"]
const COLOR = { double_opt_in: "green", declared: "orange", recorded: "orange", none: "red" } as const

/** "I never signed up" on one page: the proof or that there is none, an answer to send, and never again in one click. */
export default function ProofPage() {
  const { id = "" } = useParams()
  const [locale, setLocale] = useState<string | null>(null)
  const read = useRead<{ answer: ProofAnswer }>(`/contacts/${id}/proof`, { query: { locale } })
  return (
    <WhenRead read={read} loading={<LoadingPage cards={2} />}>
      {({ answer }) => <Proof answer={answer} onLocale={setLocale} />}
    </WhenRead>
  )
}

function Proof({ answer, onLocale }: { answer: ProofAnswer; onLocale: (locale: string) => void }) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: `/mailroom/contacts/${answer.contact_id}`, label: answer.email ?? text("contacts.erased") }}
        title={text("proof.title")}
        hint={answer.email}
        actions={<NeverAgain answer={answer} />}
      />
      <Section
        title={
          <span className="flex flex-wrap items-center gap-x-3">
            {text(`proof.kinds.${answer.proof.kind}`)}
            <Badge size="2xsmall" color={COLOR[answer.proof.kind]}>
              {answer.proof.kind === "none" ? "–" : "✓"}
            </Badge>
          </span>
        }
        hint={text(`proof.kindHints.${answer.proof.kind}`)}
      >
        <Parts answer={answer} />
      </Section>
      <Letter answer={answer} onLocale={onLocale} />
    </div>
  )
}

function Parts({ answer: { proof } }: { answer: ProofAnswer }) {
  const text = useText()
  if (proof.kind === "none") return null
  if (proof.kind === "declared") return <Part title={text("proof.declared")} part={proof.declared} />
  if (proof.kind === "recorded") return <Part title={text("proof.recorded")} part={proof.recorded} note={proof.note} />
  return (
    <>
      {proof.asked && <Part title={text("proof.asked")} part={proof.asked} />}
      <Part title={text("proof.confirmed")} part={proof.confirmed} />
      {proof.messageId && (
        <Row label={text("proof.confirmed")}>
          <Link className="text-ui-fg-interactive" to={`/mailroom/outbox/${proof.messageId}`}>
            {text("proof.toMail")}
          </Link>
        </Row>
      )}
    </>
  )
}

function Part({ title, part, note }: { title: string; part: ProofPart; note?: string | null }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <div className="py-2">
      <Text size="small" weight="plus" className="px-6 pt-2">
        {title}
      </Text>
      <Row label={text("proof.when")}>{format.dateTime(part.at)}</Row>
      <Row label={text("proof.where")}>{part.page ?? word("proof.sources", part.source)}</Row>
      {part.ip && <Row label={text("proof.network")}>{part.ip}</Row>}
      {part.wording && <Row label={text("proof.wording")}>“{part.wording}”</Row>}
      {note && <Row label={text("proof.note")}>{note}</Row>}
    </div>
  )
}

function Letter({ answer, onLocale }: { answer: ProofAnswer; onLocale: (locale: string) => void }) {
  const text = useText()
  const format = useFormat()

  async function copy() {
    await navigator.clipboard.writeText(answer.letter)
    toast.success(text("proof.copied"))
  }

  return (
    <Section
      title={text("proof.letter")}
      hint={text("proof.letterHint")}
      actions={
        <>
          <div className="w-40">
            <Choice
              size="small"
              label={text("proof.language")}
              value={answer.locale}
              onChange={onLocale}
              options={LANGUAGES.map((value) => ({ value, label: format.language(value) }))}
            />
          </div>
          <Button size="small" variant="secondary" onClick={() => void copy()}>
            {text("proof.copy")}
          </Button>
        </>
      }
    >
      <div className="px-6 py-4">
        <Textarea
          readOnly
          rows={answer.letter.split("\n").length + 1}
          value={answer.letter}
          aria-label={text("proof.letter")}
        />
      </div>
    </Section>
  )
}

function NeverAgain({ answer }: { answer: ProofAnswer }) {
  const text = useText()
  const prompt = usePrompt()
  const stop = useChange<object>(`/contacts/${answer.contact_id}/never-again`, { done: text("proof.neverDone") })

  async function ask() {
    const isSure = await prompt({
      title: text("proof.neverTitle", { email: answer.email ?? "" }),
      description: text("proof.neverDescription"),
      confirmText: text("proof.neverAgain"),
      cancelText: text("common.cancel"),
    })
    if (isSure) stop.mutate({})
  }

  return (
    <ActionButton
      needs="edit"
      variant="danger"
      isLoading={stop.isPending}
      whyDisabled={answer.is_stopped ? text("proof.stopped") : null}
      disabled={!answer.email}
      onClick={() => void ask()}
    >
      {text("proof.neverAgain")}
    </ActionButton>
  )
}
