import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { PersonChannel } from "../../parts/api/contacts"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props = { contactId: string; channel: PersonChannel; onClose: () => void }
type Action = "agree" | "withdraw"

const SHORTEST = 3

/** Writes down that a person agreed to marketing on a channel, or took it back; the reason goes into the log. */
export function ChannelDrawer({ contactId, channel: { channel, state, address: known }, onClose }: Props) {
  const text = useText()
  const [action, setAction] = useState<Action>(state === "granted" ? "withdraw" : "agree")
  const [address, setAddress] = useState(known ?? "")
  const [agreedOn, setAgreedOn] = useState("")
  const [wording, setWording] = useState("")
  const [reason, setReason] = useState("")
  const [refusal, setRefusal] = useState<string | null>(null)
  const change = useChange<object>(`/contacts/${contactId}/channels`, {
    done: text("common.saved"),
    onDone: onClose,
    onRefused: setRefusal,
  })
  const isAgreed = agreedOn !== "" && wording.trim().length >= SHORTEST && (channel === "push" || address.trim() !== "")
  const said = { channel, action, reason }
  const agreed = { address: address.trim() || null, agreed_on: agreedOn, wording }
  return (
    <FormDrawer
      title={text("contacts.channels.changeTitle", { channel: text(`steps.value.${channel}`) })}
      description={text("contacts.topicChange.hint")}
      refusal={refusal}
      isReady={reason.trim().length >= SHORTEST && (action === "withdraw" || isAgreed)}
      isLoading={change.isPending}
      onSave={() => change.mutate(action === "agree" ? { ...said, ...agreed } : said)}
      onClose={onClose}
    >
      <Field label={text("contacts.bulk.what")}>
        {(id) => (
          <Choice
            id={id}
            value={action}
            onChange={(chosen) => setAction(chosen as Action)}
            options={(["agree", "withdraw"] as const).map((value) => ({
              value,
              label: text(`contacts.channels.${value}`),
            }))}
          />
        )}
      </Field>
      {action === "agree" && (
        <>
          <Field
            label={text(channel === "sms" ? "contacts.channels.number" : "contacts.channels.device")}
            hint={text(channel === "sms" ? "contacts.channels.numberHint" : "contacts.channels.deviceHint")}
            optional={channel === "push" ? text("common.optional") : undefined}
          >
            {(id) => (
              <Input
                id={id}
                type={channel === "sms" ? "tel" : "text"}
                placeholder={channel === "sms" ? "+49 170 1234567" : undefined}
                value={address}
                onChange={(event) => setAddress(event.target.value)}
              />
            )}
          </Field>
          <Field label={text("contacts.bulk.agreedOn")}>
            {(id) => (
              <Input id={id} type="date" value={agreedOn} onChange={(event) => setAgreedOn(event.target.value)} />
            )}
          </Field>
          <Field label={text("contacts.bulk.wording")} hint={text("contacts.bulk.wordingHint")}>
            {(id) => <Textarea id={id} rows={3} value={wording} onChange={(event) => setWording(event.target.value)} />}
          </Field>
        </>
      )}
      <Field label={text("contacts.bulk.reason")} hint={text("contacts.topicChange.reasonHint")}>
        {(id) => <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </FormDrawer>
  )
}
