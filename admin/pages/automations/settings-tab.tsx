import { Container } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { z } from "zod"
import { automationSettingsSchema } from "../../../src/core/automations/automation-settings"
import { formFields, type JsonSchema } from "../../../src/core/automations/editing/form-fields"
import type { Catalogue } from "../../parts/api/flows"
import { useRights } from "../../parts/use-rights"
import { FieldsProvider } from "./editor/fields/fields-context"
import { SettingsForm } from "./editor/fields/settings-form"
import { useNamed, useStepWords } from "./editor/use-step-words"
import { ReportCard } from "./report-card"
import { SendRulesCard } from "./send-rules-card"
import type { AutomationDraft } from "./use-automation-draft"

/** In an order that begins with what a merchant asks first; the others have a card of their own. */
const ORDER = ["topicId", "controlPercent", "isTracked", "isCopyKept", "ownerCopy", "idleMinutes"]

/** What holds for the whole automation and at once, without a new version. */
export default function SettingsTab({ draft, catalogue }: { draft: AutomationDraft; catalogue: Catalogue }) {
  const { id = "" } = useParams()
  const named = useNamed()
  const rights = useRights()
  const words = useStepWords(catalogue)
  const schema = z.toJSONSchema(automationSettingsSchema, { io: "input", unrepresentable: "any" }) as JsonSchema
  const isCart = draft.draft.draft.trigger?.kind === "mailroom.cart.abandoned"
  const fields = formFields(schema)
    .filter(({ key }) => ORDER.includes(key) && (isCart || key !== "idleMinutes"))
    .sort((one, other) => ORDER.indexOf(one.key) - ORDER.indexOf(other.key))
    .map((field) => ({ ...field, hint: named("steps.settingHint", field.key, "") }))
  return (
    <FieldsProvider value={{ words, canEdit: rights.edit, sends: [] }}>
      <Container className="max-w-2xl px-6 py-6">
        <SettingsForm
          id="settings"
          fields={fields}
          value={draft.draft.settings}
          disabled={!rights.edit}
          onChange={(settings) => draft.change({ settings })}
        />
      </Container>
      <SendRulesCard
        settings={draft.draft.settings}
        disabled={!rights.edit}
        onChange={(settings) => draft.change({ settings })}
      />
      <ReportCard automationId={id} />
    </FieldsProvider>
  )
}
