import { Input, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Replay } from "../../parts/api/flows"
import { FigureCard, Figures } from "../../parts/figure"
import { MailFrame } from "../../parts/mail-frame"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { useNamed } from "./editor/use-step-words"

/** The draft run over the last days of the real shop, without any effect. */
export function ReplayCard({ automation, before }: { automation: Automation; before: () => Promise<boolean> }) {
  const text = useText()
  const id = useId()
  const [days, setDays] = useState(30)
  const replay = useChange<{ days: number }, Replay>(`/automations/${automation.id}/replay`)
  async function run() {
    if (await before()) replay.mutate({ days })
  }
  return (
    <Section
      title={text("tryOut.replayTitle")}
      hint={text("tryOut.replayHint")}
      actions={
        <>
          <Label htmlFor={id} size="small">
            {text("tryOut.days")}
          </Label>
          <Input
            id={id}
            size="small"
            type="number"
            min={1}
            max={90}
            className="w-20"
            value={String(days)}
            onChange={(event) => setDays(Math.min(90, Math.max(1, Number(event.target.value) || 1)))}
          />
          <Text size="small">{text("tryOut.daysUnit")}</Text>
          <ActionButton
            needs="see"
            variant="primary"
            isLoading={replay.isPending}
            whyDisabled={automation.problems.length > 0 ? text("automations.mendFirst") : null}
            onClick={() => void run()}
          >
            {text("tryOut.replay")}
          </ActionButton>
        </>
      }
    >
      {replay.data && <Outcome replay={replay.data} />}
    </Section>
  )
}

function Outcome({ replay }: { replay: Replay }) {
  const text = useText()
  const format = useFormat()
  const named = useNamed()
  const word = useWord()
  const reasonOf = (reason: string) => named("entrants.outcomes", reason, word("words.reason", reason))
  const reasons = (counted: Replay["refused"]) =>
    counted.map(({ name, n }) => `${reasonOf(name)}: ${format.number(n)}`).join(" · ")
  const heldBack = replay.refused.reduce((sum, { n }) => sum + n, 0)
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Text size="small" className="text-ui-fg-muted" role="status">
        {replay.entered === 0
          ? text("tryOut.none")
          : text(replay.is_cut ? "tryOut.cut" : "tryOut.took", { events: format.number(replay.events) })}
      </Text>
      <Figures>
        <FigureCard label={text("tryOut.entered")}>{format.number(replay.entered)}</FigureCard>
        <FigureCard label={text("tryOut.mails")}>{format.number(replay.mails)}</FigureCard>
        <FigureCard label={text("tryOut.heldBack")} note={reasons(replay.refused)}>
          {format.number(heldBack)}
        </FigureCard>
        <FigureCard label={text("tryOut.notSent")} note={reasons(replay.not_sent)}>
          {format.number(replay.not_sent.reduce((sum, { n }) => sum + n, 0))}
        </FigureCard>
      </Figures>
      {replay.per_day.length > 0 && <PerDay days={replay.per_day} />}
      {replay.overlap.length > 0 && (
        <Text size="small">
          {text("tryOut.overlap")}:{" "}
          {replay.overlap.map(({ name, people }) => `${name} (${format.number(people)})`).join(", ")}
        </Text>
      )}
      {replay.samples.length > 0 && <Samples samples={replay.samples} />}
    </div>
  )
}

/** Bars with the figure in words for whoever cannot see them. */
function PerDay({ days }: { days: Replay["per_day"] }) {
  const text = useText()
  const format = useFormat()
  const most = Math.max(1, ...days.map(({ n }) => n))
  return (
    <div>
      <Text size="small" weight="plus" className="mb-2">
        {text("tryOut.perDay")}
      </Text>
      <ol className="flex h-28 items-end gap-x-px">
        {days.map(({ name: day, n: mails }) => (
          <li
            key={day}
            title={`${format.day(day)}: ${format.number(mails)}`}
            className="bg-ui-tag-blue-icon min-w-1 flex-1 rounded-t-sm"
            style={{ height: `${Math.max(mails > 0 ? 3 : 0, (mails / most) * 100)}%` }}
          >
            <span className="sr-only">{`${format.day(day)}: ${format.number(mails)}`}</span>
          </li>
        ))}
      </ol>
      <div className="txt-compact-xsmall text-ui-fg-muted mt-1 flex justify-between">
        <span>{format.day(days[0]!.name)}</span>
        <span>{format.day(days.at(-1)!.name)}</span>
      </div>
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
