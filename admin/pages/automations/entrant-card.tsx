import { Text, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { MessageBadge } from "../../parts/badges"
import type { Automation, Catalogue, Decided, EntrantPath } from "../../parts/api/flows"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { useNamed, useStepWords } from "./editor/use-step-words"

type Props = { automation: Automation; catalogue: Catalogue; enrolment: string }

/** One person's way in words: each decision with what it saw, each mail with what became of it. */
export function EntrantCard({ automation, catalogue, enrolment }: Props) {
  const text = useText()
  const read = useRead<EntrantPath>(`/automations/${automation.id}/entrants/${enrolment}`)
  const who = read.data?.entrant.contact?.email ?? text("entrants.noPerson")
  return (
    <Section
      title={text("entrants.path", { who })}
      hint={text("entrants.pathHint")}
      actions={read.data && <StopButton automation={automation} path={read.data} who={who} />}
    >
      <WhenRead read={read}>{(path) => <WayOf path={path} automation={automation} catalogue={catalogue} />}</WhenRead>
    </Section>
  )
}

type WayProps = { path: EntrantPath; automation: Automation; catalogue: Catalogue }
type Line = { key: string; at: string; node: string | null; what: React.ReactNode }

function WayOf({ path, automation, catalogue }: WayProps) {
  const text = useText()
  const format = useFormat()
  const named = useNamed()
  const words = useStepWords(catalogue)
  const stepOf = (id: string | null) => {
    const node = automation.draft.nodes.find((one) => one.id === id)
    return node ? words.title(node) : id === null ? text("automations.trigger") : id
  }
  const lines: Line[] = [
    ...path.decisions.map((one, n) => ({
      key: `d${n}`,
      at: one.at,
      node: one.node,
      what: <DecisionWords one={one} />,
    })),
    ...path.messages.map((one) => ({
      key: one.id,
      at: one.created_at,
      node: one.node,
      what: (
        <span className="flex items-center gap-x-2">
          <MessageBadge status={one.status} reason={one.reason} />
          <Link className="text-ui-fg-interactive truncate" to={`/mailroom/outbox/${one.id}`}>
            {one.subject}
          </Link>
        </span>
      ),
    })),
    ...path.effects.map((one) => ({
      key: one.id,
      at: one.created_at,
      node: one.node,
      what: `${named("steps.kind", one.kind)}: ${named("entrants.effectStates", one.state)}`,
    })),
  ].sort((one, other) => one.at.localeCompare(other.at))
  return (
    <ol className="divide-y">
      {lines.map(({ key, at, node, what }) => (
        <li
          key={key}
          className="grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-3 sm:grid-cols-[160px_minmax(0,1fr)_minmax(0,2fr)]"
        >
          <Text size="small" className="text-ui-fg-muted">
            {format.dateTime(at)}
          </Text>
          <Text size="small" weight="plus" className="truncate">
            {stepOf(node)}
          </Text>
          <Text as="div" size="small" className="min-w-0 break-words">
            {what}
          </Text>
        </li>
      ))}
    </ol>
  )
}

export function DecisionWords({ one }: { one: Pick<Decided, "verdict" | "reason" | "exit" | "saw"> }) {
  const text = useText()
  const word = useWord()
  const named = useNamed()
  const reason = word("words.reason", one.reason)
  const known = reason === one.reason.replaceAll("_", " ") ? named("entrants.outcomes", one.reason) : reason
  const saw = Object.entries(one.saw ?? {}).filter(([, value]) => value !== null && typeof value !== "object")
  return (
    <>
      {known}
      {one.exit && ` → ${named("steps.exit", one.exit)}`}
      {saw.length > 0 && (
        <span className="text-ui-fg-muted">
          {" "}
          {text("entrants.saw", {
            values: saw.map(([key, value]) => `${named("steps.field", key)}: ${String(value)}`).join(", "),
          })}
        </span>
      )}
    </>
  )
}

function StopButton({ automation, path, who }: { automation: Automation; path: EntrantPath; who: string }) {
  const text = useText()
  const prompt = usePrompt()
  const stop = useChange<void>(`/automations/${automation.id}/entrants/${path.entrant.id}/stop`, {
    done: text("entrants.stopped"),
  })
  if (path.entrant.state !== "waiting" && path.entrant.state !== "due") return null
  async function ask() {
    const isSure = await prompt({
      title: text("entrants.stopTitle", { who }),
      description: text("entrants.stopDescription"),
      confirmText: text("entrants.stop"),
      cancelText: text("common.cancel"),
    })
    if (isSure) stop.mutate()
  }
  return (
    <ActionButton needs="edit" isLoading={stop.isPending} onClick={() => void ask()}>
      {text("entrants.stop")}
    </ActionButton>
  )
}
