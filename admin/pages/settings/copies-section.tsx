import { AddressList } from "../../parts/address-list"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { ObserverGroups } from "./observer-groups"
import { SettingsForm } from "./settings-form"

/** Who sees each mailing besides its audience: seed addresses and groups of observers (F33). */
export function CopiesSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  const own = answer.settings.owner.addresses
  return (
    <>
      <SettingsForm
        section="copies"
        answer={answer}
        title={text("settings.section.copies")}
        hint={text("composer.settings.copiesHint")}
      >
        {({ seeds }, set) => (
          <>
            <SwitchField
              label={text("composer.settings.seedsOwner")}
              hint={own.length > 0 ? own.join(", ") : text("composer.settings.seedsOwnerHint")}
              isOn={seeds === null}
              onChange={(isOwner) => set({ seeds: isOwner ? null : own })}
            />
            {seeds !== null && (
              <Field label={text("composer.settings.seeds")}>
                {(id) => <AddressList id={id} max={50} value={seeds} onChange={(next) => set({ seeds: next })} />}
              </Field>
            )}
          </>
        )}
      </SettingsForm>
      <ObserverGroups />
    </>
  )
}
