import { AddressList } from "../../parts/address-list"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { SettingsForm } from "./settings-form"

/** Who gets the owner's copies where a store e-mail names nobody else. */
export function OwnerSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <SettingsForm section="owner" answer={answer} title={text("settings.section.owner")} hint={text("owner.hint")}>
      {(values, set) => (
        <Field label={text("owner.addresses")} hint={text("owner.addressesHint")}>
          {(id) => <AddressList id={id} value={values.addresses} onChange={(addresses) => set({ addresses })} />}
        </Field>
      )}
    </SettingsForm>
  )
}
