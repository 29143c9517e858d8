import { Drawer, Input, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
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
  const wasOn = automation?.state === "live"
  const [isOn, setOn] = useState(wasOn)
  // Kept, so that whoever presses again after a refusal neither makes a second one nor trips over the own first try.
  const at = useRef<Stored | null>(automation && { id: automation.id, revision: automation.draft_revision })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isLoading, setLoading] = useState(false)

  async function save() {
    setLoading(true)
    setRefusal(null)
    try {
      at.current ??= await created(name)
      await store(at.current, { name, one, to: isOn === wasOn ? null : isOn ? "live" : "off" })
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
        hint={text(wasOn && !isOn ? "autoresponders.offHint" : "automations.switchOnDescription")}
        isOn={isOn}
        onChange={setOn}
      />
    </FormDrawer>
  )
}

type Stored = { id: string; revision: number }

async function created(name: string): Promise<Stored> {
  const body = { name, kind: "autoresponder" }
  const { id } = await mailroom<{ id: string }>("/automations", { method: "POST", body })
  return { id, revision: await revisionOf(id) }
}

type Wanted = { name: string; one: Autoresponder; to: "live" | "off" | null }

/** Saved, published and switched in one press: the form has no drafts. Throws what the server says. */
async function store(at: Stored, { name, one, to }: Wanted): Promise<void> {
  const path = `/automations/${at.id}`
  const body = { name, draft: autoresponderDraft(one), revision: at.revision }
  const { automation } = await mailroom<AutomationAnswer>(path, { method: "POST", body })
  at.revision = automation.draft_revision
  if (automation.is_changed) {
    await mailroom(`${path}/publish`, { method: "POST", body: { revision: at.revision, people: "stay" } })
    at.revision = await revisionOf(at.id)
  }
  if (to) await mailroom(`${path}/switch`, { method: "POST", body: { to } })
}

const revisionOf = async (id: string): Promise<number> =>
  (await mailroom<AutomationAnswer>(`/automations/${id}`)).automation.draft_revision
