import { Heading, Input, Text, Textarea } from "@medusajs/ui"
import type { ReactNode } from "react"
import { isPurchase } from "../../../src/core/automations/about-order"
import type { Webhook } from "../../parts/api/actions"
import type { CustomActionInput } from "../../parts/api/automations"
import type { Catalogue, Trigger } from "../../parts/api/flows"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { LoadingRows, WhenRead } from "../../parts/states"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FollowUpFields } from "./follow-up-fields"
import { MatchFields } from "./match-fields"
import { RecipientsField } from "./recipients-field"
import { TriggerFields } from "./trigger-fields"

const LANGUAGES = ["en", "de", "fr", "es", "it"]
const ORDER_PLACED = "order.placed"
/** Of what nothing is to be followed up. */
const PLAIN = { collect_minutes: 0, group_by: "recipient", attach: "none", acknowledge: null } as const

type Props = { input: CustomActionInput; onChange: (input: CustomActionInput) => void }

/** Plain questions: what happens, who is told, what the mail says, what goes along. */
export function CustomActionForm({ input, onChange }: Props) {
  const kinds = useRead<Catalogue>("/automations/kinds")
  return (
    <WhenRead read={kinds} loading={<LoadingRows rows={4} />}>
      {(catalogue) => <Questions input={input} catalogue={catalogue} onChange={onChange} />}
    </WhenRead>
  )
}

function Questions({ input, catalogue, onChange }: Props & { catalogue: Catalogue }) {
  const text = useText()
  const format = useFormat()
  const set = (patch: Partial<CustomActionInput>) => onChange({ ...input, ...patch })
  const { kind } = input.trigger
  const isAboutOrder = subjectOf(catalogue, kind) === "order"
  return (
    <>
      <Question title={text("actions.q.name")}>
        <Field label={text("actions.name")} hint={text("actions.nameHint")}>
          {(id) => <Input id={id} value={input.name} onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <SwitchField
          label={text("actions.isOn")}
          hint={text("actions.isOnHint")}
          isOn={input.is_on}
          onChange={(is_on) => set({ is_on })}
        />
      </Question>
      <Question title={text("actions.q.when")} hint={text("actions.q.whenHint")}>
        <TriggerFields
          trigger={input.trigger}
          catalogue={catalogue}
          onChange={(trigger) => set(fitting(input, trigger, catalogue))}
        />
      </Question>
      {isAboutOrder && (
        <Question title={text("actions.q.what")} hint={text("actions.q.whatHint")}>
          <MatchFields match={input.match} mayBeAll={kind !== ORDER_PLACED} onChange={(match) => set({ match })} />
        </Question>
      )}
      <Question
        title={text("actions.q.who")}
        hint={text(isAboutOrder ? "actions.q.whoHint" : "actions.q.whoPlainHint")}
      >
        <RecipientsField
          value={input.recipients}
          isAboutOrder={isAboutOrder}
          mayBeNobody={input.webhook_id !== null}
          onChange={(recipients) => set({ recipients })}
        />
        <WebhookField value={input.webhook_id} onChange={(webhook_id) => set({ webhook_id })} />
      </Question>
      <Question title={text("actions.q.says")}>
        <Field label={text("actions.heading")} hint={text("actions.headingHint")}>
          {(id) => <Input id={id} value={input.heading} onChange={(event) => set({ heading: event.target.value })} />}
        </Field>
        <Field label={text("actions.text")} optional={text("common.optional")}>
          {(id) => (
            <Textarea id={id} rows={4} value={input.text} onChange={(event) => set({ text: event.target.value })} />
          )}
        </Field>
        <Field label={text("common.language")}>
          {(id) => (
            <Choice
              id={id}
              value={input.locale}
              onChange={(locale) => set({ locale })}
              options={LANGUAGES.map((value) => ({ value, label: format.language(value) }))}
            />
          )}
        </Field>
      </Question>
      {isPurchase(kind) && (
        <Question title={text("actions.q.further")} hint={text("actions.q.furtherHint")}>
          <FollowUpFields input={input} set={set} />
        </Question>
      )}
      <Question title={text("actions.q.along")} hint={text("actions.q.alongHint")}>
        <SwitchField
          label={text("actions.withShopper")}
          hint={text("actions.withShopperHint")}
          isOn={input.with_shopper}
          onChange={(with_shopper) => set({ with_shopper })}
        />
        {isAboutOrder && (
          <SwitchField
            label={text("actions.withPrices")}
            hint={text("actions.withPricesHint")}
            isOn={input.with_prices}
            onChange={(with_prices) => set({ with_prices })}
          />
        )}
        <SwitchField
          label={text("newsletters.keepCopy")}
          hint={text("newsletters.keepCopyHint")}
          isOn={input.is_copy_kept}
          onChange={(is_copy_kept) => set({ is_copy_kept, is_tracked: is_copy_kept && input.is_tracked })}
        />
        <SwitchField
          label={text("newsletters.track")}
          hint={text("newsletters.trackHint")}
          isOn={input.is_tracked}
          onChange={(is_tracked) => set({ is_tracked, is_copy_kept: is_tracked || input.is_copy_kept })}
        />
      </Question>
    </>
  )
}

const subjectOf = ({ triggers }: Catalogue, kind: string): string | null =>
  triggers.find((one) => one.kind === kind)?.subject ?? null

const FROM_LINES = ["supplier", "product_metadata"]

/** What another trigger cannot have is let go with it, so that nothing hidden is refused. */
function fitting(
  { match, recipients }: CustomActionInput,
  trigger: Trigger,
  catalogue: Catalogue,
): Partial<CustomActionInput> {
  const isAboutOrder = subjectOf(catalogue, trigger.kind) === "order"
  const kept = isAboutOrder ? recipients : recipients.filter(({ by }) => !FROM_LINES.includes(by))
  return {
    trigger,
    match: trigger.kind === ORDER_PLACED ? (match ?? { kind: "product", ids: [] }) : isAboutOrder ? match : null,
    recipients: kept.length > 0 || recipients.length === 0 ? kept : [{ field: "to", by: "address", value: "" }],
    ...(!isPurchase(trigger.kind) && PLAIN),
  }
}

const NONE = "none"

function WebhookField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const text = useText()
  const { data } = useRead<{ webhooks: Webhook[] }>("/webhooks")
  const webhooks = data?.webhooks ?? []
  if (webhooks.length === 0 && value === null) return null
  return (
    <Field label={text("actions.webhook")} hint={text("actions.webhookHint")}>
      {(id) => (
        <Choice
          id={id}
          value={value ?? NONE}
          onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
          options={[
            { value: NONE, label: text("steps.form.none") },
            ...webhooks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </Field>
  )
}

function Question({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <div>
        <Heading level="h2">{title}</Heading>
        {hint && (
          <Text size="small" className="text-ui-fg-subtle">
            {hint}
          </Text>
        )}
      </div>
      {children}
    </section>
  )
}
