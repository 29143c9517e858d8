import { Input, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Automation, Replay } from "../../parts/api/flows"
import { FigureCard, Figures } from "../../parts/figure"
import { MailFrame } from "../../parts/mail-frame"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useNamed } from "./editor/use-step-words"

/** The draft run over the last days of the real shop, without any effect. */
export function ReplayCard({ automation, before }: { automation: Automation; before: () => Promise<boolean> }) {
  const text = useText()
  const id = useId()
  const [days, setDays] = useState(30)
  const replay = useChange<{ days: number }, { replay: Replay }>(`/automations/${automation.id}/replay`)
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
      {replay.data && <Outcome replay={replay.data.replay} />}
    </Section>
  )
}

function Outcome({ replay }: { replay: Replay }) {
  const text = useText()
  const format = useFormat()
  const named = useNamed()
  const heldBack = replay.held_back.reduce((sum, one) => sum + one.count, 0)
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Text size="small" className="text-ui-fg-muted" role="status">
        {replay.entered === 0
          ? text("tryOut.none")
          : text("tryOut.took", { events: format.number(replay.events), seconds: format.number(replay.ms / 1000) })}
      </Text>
      <Figures>
        <FigureCard label={text("tryOut.entered")}>{format.number(replay.entered)}</FigureCard>
        <FigureCard label={text("tryOut.mails")}>{format.number(replay.people)}</FigureCard>
        <FigureCard
          label={text("tryOut.heldBack")}
          note={replay.held_back
            .map(({ reason, count }) => `${named("entrants.outcomes", reason)}: ${format.number(count)}`)
            .join(" · ")}
        >
          {format.number(heldBack)}
        </FigureCard>
        <FigureCard label={text("tryOut.cost")}>
          {replay.discounts.map(({ amount, currency }) => format.money(Number(amount), currency)).join(", ") || "–"}
        </FigureCard>
      </Figures>
      {replay.per_day.length > 0 && <PerDay days={replay.per_day} />}
      {replay.overlaps.length > 0 && (
        <Text size="small">
          {text("tryOut.overlap")}:{" "}
          {replay.overlaps.map(({ name, people }) => `${name} (${format.number(people)})`).join(", ")}
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
  const most = Math.max(1, ...days.map(({ mails }) => mails))
  return (
    <div>
      <Text size="small" weight="plus" className="mb-2">
        {text("tryOut.perDay")}
      </Text>
      <ol className="flex h-28 items-end gap-x-px">
        {days.map(({ day, mails }) => (
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
        <span>{format.day(days[0]!.day)}</span>
        <span>{format.day(days.at(-1)!.day)}</span>
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
                {sample.contact.email} · {format.dateTime(sample.at)}
              </span>
            </figcaption>
            <MailFrame html={sample.html} title={sample.subject} className="h-96" />
          </figure>
        ))}
      </div>
    </div>
  )
}
