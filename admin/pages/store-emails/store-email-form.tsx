import { Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import { AddressList } from "../../parts/address-list"
import type { StoreEmail, StoreEmailChange } from "../../parts/api/automations"
import { Field } from "../../parts/field"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { CartSentence } from "./cart-card"

/** Who else gets it, when (cart), and what is kept. */
export function StoreEmailForm({ email }: { email: StoreEmail }) {
  const text = useText()
  const [ownerCopy, setOwnerCopy] = useState(email.owner_copy)
  const [addresses, setAddresses] = useState(email.owner_addresses)
  const [minutes, setMinutes] = useState(String(email.idle_minutes ?? ""))
  const [isTracked, setTracked] = useState(email.is_tracked)
  const [isCopyKept, setCopyKept] = useState(email.is_copy_kept)
  const save = useChange<StoreEmailChange>(`/store-emails/${email.id}`, { done: text("common.saved") })

  function submit() {
    save.mutate({
      ...(email.can_owner_copy && { owner_copy: ownerCopy, owner_addresses: addresses }),
      ...(email.idle_minutes !== null && { idle_minutes: Number(minutes) }),
      ...(!email.is_secret && { is_tracked: isTracked, is_copy_kept: isCopyKept }),
    })
  }

  return (
    <Section
      title={text("storeEmails.options")}
      footer={
        !email.is_secret && (
          <div className="flex justify-end">
            <ActionButton needs="edit" variant="primary" isLoading={save.isPending} onClick={submit}>
              {text("common.save")}
            </ActionButton>
          </div>
        )
      }
    >
      <div className="flex flex-col gap-y-5 px-6 py-4">
        {email.is_secret && (
          <Text size="small" className="text-ui-fg-subtle">
            {text("storeEmails.confidentialHint")}
          </Text>
        )}
        {email.idle_minutes !== null && (
          <>
            <Text size="small" weight="plus">
              <CartSentence figures={email.cart_figures} />
            </Text>
            <Field label={text("cart.idleMinutes")} hint={text("cart.idleMinutesHint")}>
              {(id) => (
                <Input
                  id={id}
                  type="number"
                  min={5}
                  value={minutes}
                  onChange={(event) => setMinutes(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        {email.can_owner_copy && (
          <>
            <SwitchField
              label={text("storeEmails.ownerCopy")}
              hint={text("storeEmails.ownerCopyHint")}
              isOn={ownerCopy}
              onChange={setOwnerCopy}
            />
            {ownerCopy && (
              <Field label={text("storeEmails.ownerAddresses")} hint={text("storeEmails.ownerAddressesHint")}>
                {(id) => <AddressList id={id} value={addresses} onChange={setAddresses} />}
              </Field>
            )}
          </>
        )}
        {!email.is_secret && (
          <>
            <SwitchField
              label={text("newsletters.keepCopy")}
              hint={text("newsletters.keepCopyHint")}
              isOn={isCopyKept}
              onChange={(isOn) => {
                setCopyKept(isOn)
                if (!isOn) setTracked(false)
              }}
            />
            <SwitchField
              label={text("newsletters.track")}
              hint={text("newsletters.trackHint")}
              isOn={isTracked}
              onChange={(isOn) => {
                setTracked(isOn)
                if (isOn) setCopyKept(true)
              }}
            />
          </>
        )}
      </div>
    </Section>
  )
}
