import { ArrowsPointingOut, SquareTwoStack, Trash } from "@medusajs/icons"
import { Button, Heading, Input, Text } from "@medusajs/ui"
import { copyNode, withName, withSettings } from "../../../../src/core/automations/editing/edit-flow"
import type { FlowNode } from "../../../../src/core/automations/editing/flow"
import { formFields } from "../../../../src/core/automations/editing/form-fields"
import { Field } from "../../../parts/field"
import { useText } from "../../../parts/use-text"
import { useFlowEditor } from "./editor-context"
import { exitsFor } from "./exits-for"
import { problemWords } from "./problem-words"
import { SettingsForm } from "./fields/settings-form"
import { GroupIcon } from "./group-icon"
import { newStepId } from "./new-step"

/** One step: its name, its settings, and what can be done with it. */
export function StepPanel({ node }: { node: FlowNode }) {
  const text = useText()
  const { catalogue, words, change, canEdit, problems } = useFlowEditor()
  const info = catalogue.nodes.find(({ kind }) => kind === node.kind)
  const mine = problems.filter((problem) => problem.node === node.id)
  return (
    <div className="flex flex-col divide-y">
      <div className="flex items-center gap-x-3 px-5 py-4">
        <GroupIcon group={info?.group ?? "unknown"} />
        <Heading level="h2" className="min-w-0 break-words">
          {words.kind(node)}
        </Heading>
      </div>
      {mine.length > 0 && (
        <ul role="alert" className="bg-ui-bg-subtle flex flex-col gap-y-1 px-5 py-3">
          {mine.map((problem) => (
            <li key={`${problem.field}${problem.sentence}`}>
              <Text size="small" className="text-ui-fg-error">
                {problem.field && `${words.field(problem.field.split(".").at(-1)!)}: `}
                {problemWords(problem)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-y-5 px-5 py-4">
        {!info && (
          <Text size="small" className="text-ui-fg-error">
            {text("automations.unknownKindHint")}
          </Text>
        )}
        {info && (
          <SettingsForm
            id={node.id}
            fields={formFields(info.schema, info.kind)}
            value={node.settings}
            disabled={!canEdit}
            onChange={(settings, group) =>
              change((before) => {
                const now = before.nodes.find(({ id }) => id === node.id)
                if (!now) return before
                return withSettings(before, node.id, settings, exitsFor(info, settings, Object.keys(now.exits)))
              }, group)
            }
          />
        )}
        <Field label={text("automations.stepName")} hint={text("automations.stepNameHint")}>
          {(id) => (
            <Input
              id={id}
              size="small"
              disabled={!canEdit}
              maxLength={120}
              value={node.name ?? ""}
              placeholder={words.step(node)}
              onChange={(event) => {
                const name = event.target.value
                change((before) => withName(before, node.id, name), `${node.id}.name`)
              }}
            />
          )}
        </Field>
      </div>
      {canEdit && <Actions node={node} />}
    </div>
  )
}

function Actions({ node }: { node: FlowNode }) {
  const text = useText()
  const { change, choose, setMoving, removeStep } = useFlowEditor()
  function copy() {
    const id = newStepId(node.kind)
    change((before) => copyNode(before, node.id, id))
    choose({ kind: "step", id })
  }
  return (
    <div className="flex flex-wrap gap-2 px-5 py-4">
      <Button size="small" variant="secondary" onClick={() => setMoving(node.id)}>
        <ArrowsPointingOut /> {text("automations.move")}
      </Button>
      <Button size="small" variant="secondary" onClick={copy}>
        <SquareTwoStack /> {text("automations.copy")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => removeStep(node.id)}>
        <Trash /> {text("automations.remove")}
      </Button>
    </div>
  )
}
