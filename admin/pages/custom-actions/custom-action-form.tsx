import { Heading, Input, Text, Textarea } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { CustomActionInput, MatchKind } from "../../parts/api/automations"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { ShopPicker } from "../../parts/shop-picker"
import { SwitchField } from "../../parts/switch-field"
import { useText } from "../../parts/use-text"
import { FollowUpFields } from "./follow-up-fields"
import { RecipientsField } from "./recipients-field"

const KINDS: MatchKind[] = ["product", "category", "collection", "tag"]
const LANGUAGES = ["en", "de", "fr", "es", "it"]

type Props = { input: CustomActionInput; onChange: (input: CustomActionInput) => void }

/** Four plain questions: what is bought, who is told, what the mail says, what goes along. */
export function CustomActionForm({ input, onChange }: Props) {
  const text = useText()
  const set = (patch: Partial<CustomActionInput>) => onChange({ ...input, ...patch })
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
      <Question title={text("actions.q.what")} hint={text("actions.q.whatHint")}>
        <Field label={text("actions.matchKind")}>
          {(id) => (
            <Choice
              id={id}
              value={input.match.kind}
              onChange={(kind) => set({ match: { kind: kind as MatchKind, ids: [] } })}
              options={KINDS.map((value) => ({ value, label: text(`actions.kind.${value}`) }))}
            />
          )}
        </Field>
        <ShopPicker
          kind={input.match.kind}
          value={input.match.ids}
          onChange={(ids) => set({ match: { ...input.match, ids } })}
        />
      </Question>
      <Question title={text("actions.q.who")} hint={text("actions.q.whoHint")}>
        <RecipientsField value={input.recipients} onChange={(recipients) => set({ recipients })} />
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
              options={LANGUAGES.map((value) => ({
                value,
                label: new Intl.DisplayNames([value], { type: "language" }).of(value) ?? value,
              }))}
            />
          )}
        </Field>
      </Question>
      <Question title={text("actions.q.further")} hint={text("actions.q.furtherHint")}>
        <FollowUpFields input={input} set={set} />
      </Question>
      <Question title={text("actions.q.along")} hint={text("actions.q.alongHint")}>
        <SwitchField
          label={text("actions.withShopper")}
          hint={text("actions.withShopperHint")}
          isOn={input.with_shopper}
          onChange={(with_shopper) => set({ with_shopper })}
        />
        <SwitchField
          label={text("actions.withPrices")}
          hint={text("actions.withPricesHint")}
          isOn={input.with_prices}
          onChange={(with_prices) => set({ with_prices })}
        />
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
