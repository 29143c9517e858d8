import type { ReactNode } from "react"
import { MOST_PICKED } from "../../../src/core/mailings/audience"
import type { Audience, ComposedKind } from "../../parts/api/mailings"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { AudienceCount } from "./audience-count"
import { PeoplePicks } from "./people-picks"
import { SegmentPicks } from "./segment-picks"
import { TooManyPicked } from "./too-many-picked"
import { TopicChoice } from "./topic-choice"
import type { Draft } from "./use-draft"

const COMPOSED = ["newsletter", "targeted", "serial"] as const satisfies ComposedKind[]

type Props = { mailingId: string; draft: Draft }

/** Who gets it: a topic's subscribers, segments and lists, or people picked by hand, less who is left out. */
export function AudienceCard({ mailingId, draft: whole }: Props) {
  const { draft, revision, change } = whole
  const text = useText()
  const set = (audience: Partial<Audience>) => change({ audience: { ...draft.audience, ...audience } })
  return (
    <Section title={text("newsletters.who")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          <KindChoice value={draft.kind} onChange={(kind) => change({ kind })} />
          <TopicChoice
            value={draft.topic_id}
            isOptional={draft.kind !== "newsletter"}
            onChange={(topic_id) => change({ topic_id })}
          />
        </div>
        <TooManyPicked draft={whole} />
        <Chosen kind={draft.kind} audience={draft.audience} mailingId={mailingId} revision={revision} onChange={set} />
        <SegmentPicks
          label={text("newsletters.audience.exclude")}
          hint={text("newsletters.audience.excludeHint")}
          value={draft.audience.exclude}
          others={draft.kind === "targeted" && !draft.audience.everybody ? draft.audience.include : []}
          onChange={(exclude) => set({ exclude })}
        />
      </div>
      <AudienceCount mailingId={mailingId} revision={revision} />
    </Section>
  )
}

export function KindChoice({ value, onChange }: { value: ComposedKind; onChange: (kind: ComposedKind) => void }) {
  const text = useText()
  const word = useWord()
  const settings = useRead<SettingsAnswer>("/settings")
  const most = settings.data?.settings.serial.most ?? MOST_PICKED
  return (
    <Field
      label={text("newsletters.kind")}
      hint={value !== "direct" && text(`newsletters.kindHint.${value}`, { most })}
    >
      {(id) => (
        <Choice
          id={id}
          value={value}
          onChange={(kind) => onChange(kind as ComposedKind)}
          options={COMPOSED.map((kind) => ({ value: kind, label: word("words.kind", kind) }))}
        />
      )}
    </Field>
  )
}

type ChosenProps = {
  kind: ComposedKind
  audience: Audience
  mailingId: string
  revision: number
  onChange: (audience: Partial<Audience>) => void
}

function Chosen({ kind, audience, mailingId, revision, onChange }: ChosenProps): ReactNode {
  const text = useText()
  if (kind === "newsletter") return null
  if (kind === "serial")
    return (
      <PeoplePicks
        mailingId={mailingId}
        revision={revision}
        value={audience.people}
        onChange={(people) => onChange({ people })}
      />
    )
  return (
    <>
      <SwitchField
        label={text("newsletters.audience.everybody")}
        hint={text("newsletters.audience.everybodyHint")}
        isOn={audience.everybody}
        onChange={(everybody) => onChange({ everybody })}
      />
      {!audience.everybody && (
        <SegmentPicks
          label={text("newsletters.audience.include")}
          hint={text("newsletters.audience.includeHint")}
          value={audience.include}
          others={audience.exclude}
          onChange={(include) => onChange({ include })}
        />
      )}
    </>
  )
}
