import { Text } from "@medusajs/ui"
import type { Automation, Catalogue, Replay } from "../../parts/api/flows"
import { FigureCard, Figures } from "../../parts/figure"
import { MailFrame } from "../../parts/mail-frame"
import { said } from "../../parts/said"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { useStepWords } from "./editor/use-step-words"
import { ReplayPeople } from "./replay-people"
import { useOutcomeWords } from "./use-outcome-words"

type Props = { replay: Replay; automation: Automation; catalogue: Catalogue }

/** What would have been: how many, when, to whom, for how much, and the mails themselves. */
export function ReplayOutcome({ replay, automation, catalogue }: Props) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      <Text size="small" role="status">
        {replay.events === 0
          ? text("tryOut.none")
          : replay.is_cut
            ? text("tryOut.cut", { events: format.number(replay.events) })
            : text("tryOut.took", { count: replay.events, events: format.number(replay.events) })}
      </Text>
      {replay.notes.map((note) => (
        <Text key={note} size="small" className="text-ui-fg-subtle">
          {said(note)}
        </Text>
      ))}
      {replay.trouble && (
        <Text size="small" className="text-ui-fg-error">
          {text("tryOut.trouble", { sentence: said(replay.trouble) })}
        </Text>
      )}
      {replay.events > 0 && <Numbers replay={replay} />}
      {replay.per_day.length > 0 && <PerDay days={replay.per_day} />}
      {replay.codes.length > 0 && <Codes replay={replay} automation={automation} catalogue={catalogue} />}
      {replay.overlap.length > 0 && (
        <Text size="small">
          {text("tryOut.overlap")}:{" "}
          {replay.overlap.map(({ name, people }) => `${name} (${format.number(people)})`).join(", ")}
        </Text>
      )}
      {replay.people.length > 0 && <ReplayPeople replay={replay} automation={automation} catalogue={catalogue} />}
      {replay.samples.length > 0 && <Samples samples={replay.samples} />}
    </>
  )
}

function Numbers({ replay }: { replay: Replay }) {
  const text = useText()
  const format = useFormat()
  const outcomeWords = useOutcomeWords()
  const reasons = (counted: Replay["refused"]) =>
    counted.map(({ name, n }) => `${outcomeWords(name).replace(/\.$/, "")}: ${format.number(n)}`).join(" · ")
  const sum = (counted: Replay["refused"]) => counted.reduce((all, { n }) => all + n, 0)
  return (
    <Figures>
      <FigureCard label={text("tryOut.entered")}>{format.number(replay.entered)}</FigureCard>
      <FigureCard
        label={text("tryOut.mails")}
        note={[
          replay.really_sent > 0 && text("tryOut.reallySent", { mails: format.number(replay.really_sent) }),
          replay.waiting > 0 && text("tryOut.stillWaiting", { mails: format.number(replay.waiting) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      >
        {format.number(replay.mails)}
      </FigureCard>
      <FigureCard label={text("tryOut.heldBack")} note={reasons(replay.refused)}>
        {format.number(sum(replay.refused))}
      </FigureCard>
      <FigureCard label={text("tryOut.notSent")} note={reasons(replay.not_sent)}>
        {format.number(sum(replay.not_sent))}
      </FigureCard>
    </Figures>
  )
}

/** Bars with the figure in words for whoever cannot see them; a day without mails has none, and its place. */
function PerDay({ days }: { days: Replay["per_day"] }) {
  const text = useText()
  const format = useFormat()
  const all = everyDay(days)
  const most = Math.max(1, ...all.map(({ n }) => n))
  return (
    <div>
      <Text size="small" weight="plus" className="mb-2">
        {text("tryOut.perDay")}
      </Text>
      <ol className="flex h-28 items-end gap-x-px">
        {all.map(({ name: day, n: mails }) => (
          <li
            key={day}
            title={`${format.day(day)}: ${format.number(mails)}`}
            className="bg-ui-tag-blue-icon min-w-1 max-w-16 flex-1 rounded-t-sm"
            style={{ height: `${Math.max(mails > 0 ? 3 : 0, (mails / most) * 100)}%` }}
          >
            <span className="sr-only">{`${format.day(day)}: ${format.number(mails)}`}</span>
          </li>
        ))}
      </ol>
      <div className="txt-compact-xsmall text-ui-fg-muted mt-1 flex justify-between">
        <span>{format.day(all[0]!.name)}</span>
        <span>{all.length > 1 ? format.day(all.at(-1)!.name) : ""}</span>
      </div>
    </div>
  )
}

const DAY_MS = 86_400_000

/** From the first day with a mail to the last one, none left out. */
function everyDay(days: Replay["per_day"]): Replay["per_day"] {
  const known = new Map(days.map(({ name, n }) => [name, n]))
  const [first, last] = [days[0]!.name, days.at(-1)!.name].map((day) => Date.parse(`${day}T00:00:00Z`)) as [
    number,
    number,
  ]
  return Array.from({ length: Math.round((last - first) / DAY_MS) + 1 }, (_, at) => {
    const name = new Date(first + at * DAY_MS).toISOString().slice(0, 10)
    return { name, n: known.get(name) ?? 0 }
  })
}

function Codes({ replay, automation, catalogue }: Props) {
  const text = useText()
  const format = useFormat()
  const words = useStepWords(catalogue, automation.draft.nodes)
  const titleOf = (id: string) => {
    const node = automation.draft.nodes.find((one) => one.id === id)
    return node ? words.title(node) : id
  }
  return (
    <div>
      <Text size="small" weight="plus">
        {text("tryOut.codes")}
      </Text>
      {replay.codes.map(({ node, codes, refused, cost, currency }) => (
        <Text key={node} size="small">
          {text(cost === 0 && codes > 0 ? "tryOut.codesOfUnknown" : "tryOut.codesOf", {
            step: titleOf(node),
            codes: format.number(codes),
            cost: format.money(cost, currency),
          })}
          {refused > 0 && ` · ${text("tryOut.codesRefused", { count: refused })}`}
        </Text>
      ))}
    </div>
  )
}

function Samples({ samples }: { samples: Replay["samples"] }) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus">
        {text("tryOut.samples")}
      </Text>
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        {samples.map((sample, n) => (
          <figure key={n} className="overflow-hidden rounded-lg border">
            <figcaption className="bg-ui-bg-subtle txt-compact-small flex flex-col gap-y-0.5 border-b px-4 py-2">
              <span className="txt-compact-small-plus">{sample.subject}</span>
              <span className="text-ui-fg-muted">
                {sample.to} · {format.dateTime(sample.at)}
              </span>
            </figcaption>
            <MailFrame html={sample.html} title={sample.subject} className="h-96" />
          </figure>
        ))}
      </div>
    </div>
  )
}
