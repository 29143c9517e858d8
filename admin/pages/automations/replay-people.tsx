import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Automation, Catalogue, Replay } from "../../parts/api/flows"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"
import { useStepWords } from "./editor/use-step-words"
import { useOutcomeWords } from "./use-outcome-words"

type Props = { replay: Replay; automation: Automation; catalogue: Catalogue }
type Line = Replay["people"][number]

const SHOWN = 25

/** The first people who would have come, each with the mails that would have gone and when. */
export function ReplayPeople({ replay, automation, catalogue }: Props) {
  const text = useText()
  const format = useFormat()
  const all = replay.entered + replay.refused.reduce((sum, { n }) => sum + n, 0)
  const shown = replay.people.slice(0, SHOWN)
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {text("tryOut.people")}
      </Text>
      <ol className="max-h-96 divide-y overflow-y-auto rounded-lg border">
        {shown.map((person, n) => (
          <Person key={n} person={person} automation={automation} catalogue={catalogue} />
        ))}
      </ol>
      {all > shown.length && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {text("tryOut.peopleMore", { shown: format.number(shown.length), all: format.number(all) })}
        </Text>
      )}
    </div>
  )
}

function Person({ person, automation, catalogue }: Omit<Props, "replay"> & { person: Line }) {
  const text = useText()
  const format = useFormat()
  const name = person.email ?? text("tryOut.nobodyKnown")
  return (
    <li className="grid grid-cols-1 gap-x-4 px-4 py-2 sm:grid-cols-[160px_minmax(0,1fr)_minmax(0,2fr)]">
      <Text size="small" className="text-ui-fg-muted">
        {format.dateTime(person.at)}
      </Text>
      <Text size="small" weight="plus" className="truncate">
        {person.contact_id ? <Link to={`/mailroom/contacts/${person.contact_id}`}>{name}</Link> : name}
      </Text>
      <What person={person} automation={automation} catalogue={catalogue} />
    </li>
  )
}

function What({ person, automation, catalogue }: Omit<Props, "replay"> & { person: Line }) {
  const text = useText()
  const format = useFormat()
  const word = useWord()
  const outcomeWords = useOutcomeWords()
  const words = useStepWords(catalogue, automation.draft.nodes)
  const titleOf = (id: string) => {
    const node = automation.draft.nodes.find((one) => one.id === id)
    return node ? words.title(node) : id
  }
  if (person.mails.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {person.outcome ? outcomeWords(person.outcome) : text("entrants.states.waiting")}
      </Text>
    )
  return (
    <div>
      {person.mails.map(({ node, at, refused }, n) => (
        <Text key={n} size="small" className={refused ? "text-ui-fg-subtle" : ""}>
          {refused
            ? `${titleOf(node)}: ${text("tryOut.wouldNotGo", { reason: word("words.reason", refused) })}`
            : `${titleOf(node)} · ${format.dateTime(at)}`}
        </Text>
      ))}
    </div>
  )
}
