import { Drawer, Input, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "react-router-dom"
import { autoresponderDraft, autoresponderOf, type Autoresponder } from "../../../src/core/automations/autoresponder"
import type { AutomationDraft as Definition } from "../../../src/core/automations/definition"
import { startsWithoutPerson } from "../../../src/core/automations/triggers/without-person"
import type { Automation, Catalogue } from "../../parts/api/flows"
import { mailroom } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { said } from "../../parts/said"
import { LoadingRows, WhenRead } from "../../parts/states"
import { SwitchField } from "../../parts/switch-field"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AutoresponderFields } from "./autoresponder-fields"
import type { AutomationAnswer } from "./use-automation-draft"

const BLANK: Autoresponder = {
  trigger: null,
  delay: null,
  segmentId: null,
  mail: { template: "", class: "marketing", topicId: null },
}

export function NewAutoresponder({ onClose }: { onClose: () => void }) {
  return <Form automation={null} initial={BLANK} onClose={onClose} />
}

export function AutoresponderDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText()
  const read = useRead<AutomationAnswer>(`/automations/${id}`)
  const automation = read.data?.automation
  const known = automation && autoresponderOf(automation.draft as Definition)
  if (automation && known) return <Form automation={automation} initial={known} onClose={onClose} />
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{text("autoresponders.editTitle")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body>
          <WhenRead read={read} loading={<LoadingRows />}>
            {() => (
              <Text size="small">
                {text("autoresponders.isWay")}{" "}
                <Link className="text-ui-fg-interactive" to={`/mailroom/automations/${id}`}>
                  {text("autoresponders.openWay")}
                </Link>
              </Text>
            )}
          </WhenRead>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

const isWhole = ({ trigger, segmentId, mail }: Autoresponder): boolean =>
  trigger !== null && mail.template !== "" && (segmentId !== null || !startsWithoutPerson(trigger.kind))

type FormProps = { automation: Automation | null; initial: Autoresponder; onClose: () => void }

function Form({ automation, initial, onClose }: FormProps) {
  const text = useText()
  const queries = useQueryClient()
  const kinds = useRead<Catalogue>("/automations/kinds")
  const [name, setName] = useState(automation?.name ?? "")
  const [one, setOne] = useState(initial)
  const [isOn, setOn] = useState(automation?.state === "live")
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isLoading, setLoading] = useState(false)

  async function save() {
    setLoading(true)
    setRefusal(null)
    try {
      await saved({ automation, name, one, isOn })
      await queries.invalidateQueries({ queryKey: ["mailroom"] })
      onClose()
    } catch (error) {
      setRefusal(said(sentenceOf(error, text("common.somethingWentWrong"))))
    } finally {
      setLoading(false)
    }
  }

  return (
    <FormDrawer
      title={text(automation ? "autoresponders.editTitle" : "autoresponders.createTitle")}
      description={text("autoresponders.hint")}
      refusal={refusal}
      isReady={name.trim() !== "" && isWhole(one)}
      isLoading={isLoading}
      aside={
        automation && (
          <Link className="text-ui-fg-interactive txt-compact-small" to={`/mailroom/automations/${automation.id}`}>
            {text("autoresponders.openWay")}
          </Link>
        )
      }
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label={text("autoresponders.name")}>
        {(id) => (
          <Input id={id} size="small" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <WhenRead read={kinds} loading={<LoadingRows />}>
        {(catalogue) => <AutoresponderFields one={one} catalogue={catalogue} onChange={setOne} />}
      </WhenRead>
      <SwitchField
        label={text("autoresponders.isOn")}
        hint={text("automations.switchOnDescription")}
        isOn={isOn}
        onChange={setOn}
      />
    </FormDrawer>
  )
}

type Saving = { automation: Automation | null; name: string; one: Autoresponder; isOn: boolean }

/** Saved, published and switched in one press: the form has no drafts. Throws what the server says. */
async function saved({ automation, name, one, isOn }: Saving): Promise<void> {
  const draft = autoresponderDraft(one)
  const id =
    automation?.id ??
    (await mailroom<{ id: string }>("/automations", { method: "POST", body: { name, kind: "autoresponder" } })).id
  const path = `/automations/${id}`
  const before = automation ?? (await mailroom<AutomationAnswer>(path)).automation
  const body = { name, draft, revision: before.draft_revision }
  const after = (await mailroom<AutomationAnswer>(path, { method: "POST", body })).automation
  if (after.is_changed)
    await mailroom(`${path}/publish`, { method: "POST", body: { revision: after.draft_revision, people: "stay" } })
  const wanted = isOn ? "live" : "off"
  if (after.state !== wanted) await mailroom(`${path}/switch`, { method: "POST", body: { to: wanted } })
}
