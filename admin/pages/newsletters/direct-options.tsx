import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { SenderChoice } from "./envelope-card"
import { FormatChoice } from "./format-choice"
import type { Draft } from "./use-draft"

/** From which sender a letter is, and whether its words are kept. It is never tracked: that is for serial mails. */
export function DirectOptions({ draft }: { draft: Draft }) {
  const text = useText()
  const { sender_id, is_copy_kept } = draft.draft
  return (
    <Section title={text("composer.direct.options")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          <SenderChoice value={sender_id} onChange={(chosen) => draft.change({ sender_id: chosen })} />
          <FormatChoice draft={draft} />
        </div>
        <SwitchField
          label={text("newsletters.keepCopy")}
          hint={text("newsletters.keepCopyHint")}
          isOn={is_copy_kept}
          onChange={(isKept) => draft.change({ is_copy_kept: isKept })}
        />
      </div>
    </Section>
  )
}
