import { Input } from "@medusajs/ui"
import type { Sender } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { CreditChoice } from "./credit-choice"
import { FormatChoice } from "./format-choice"
import type { Draft } from "./use-draft"

const MOST_NAMED = 200

/** What it is called, from whom it is, which orders count for it, and what is kept of it. */
export function EnvelopeCard({ draft: whole }: { draft: Draft }) {
  const text = useText()
  const { draft, change } = whole
  return (
    <Section title={text("newsletters.fromAndKept")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <Field
          label={text("newsletters.ownName")}
          hint={text("newsletters.ownNameHint")}
          optional={text("common.optional")}
        >
          {(id) => (
            <Input
              id={id}
              maxLength={MOST_NAMED}
              placeholder={text("newsletters.ownNamePlaceholder", {
                subject: draft.subject || text("common.noSubject"),
              })}
              value={draft.name ?? ""}
              onChange={(event) => change({ name: event.target.value || null })}
            />
          )}
        </Field>
        <SenderChoice value={draft.sender_id} onChange={(sender_id) => change({ sender_id })} />
        <CreditChoice value={draft.credit} onChange={(credit) => change({ credit })} />
        <div className="flex flex-col gap-y-3">
          <SwitchField
            label={text("newsletters.track")}
            hint={text("newsletters.trackHint")}
            isOn={draft.is_tracked}
            // Tracking needs the saved copy (F36): one switch cannot be on without the other.
            onChange={(is_tracked) => change(is_tracked ? { is_tracked, is_copy_kept: true } : { is_tracked })}
          />
          <SwitchField
            label={text("newsletters.keepCopy")}
            hint={text("newsletters.keepCopyHint")}
            isOn={draft.is_copy_kept}
            onChange={(is_copy_kept) => change(is_copy_kept ? { is_copy_kept } : { is_copy_kept, is_tracked: false })}
          />
        </div>
        <FormatChoice draft={whole} />
      </div>
    </Section>
  )
}

export function SenderChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (senderId: string | null) => void
}) {
  const text = useText()
  const { data } = useRead<{ senders: Sender[] }>("/senders")
  const standard = "default"
  return (
    <Field label={text("newsletters.sender")} hint={text("newsletters.senderHint")}>
      {(id) => (
        <Choice
          id={id}
          value={value ?? standard}
          onChange={(chosen) => onChange(chosen === standard ? null : chosen)}
          options={[
            { value: standard, label: text("newsletters.defaultSender") },
            ...(data?.senders ?? []).map((sender) => ({ value: sender.id, label: sender.name })),
          ]}
        />
      )}
    </Field>
  )
}
