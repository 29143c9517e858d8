import { Badge, Text } from "@medusajs/ui"
import { useState } from "react"
import { findBlock } from "../../../src/core/templates/block-tree"
import type { Block } from "../../../src/core/templates/document"
import { ActionButton } from "../../parts/action-button"
import type { Template, TemplateChange } from "../../parts/api/content"
import { languageName } from "../../editor/language-name"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { fieldName } from "./field-name"
import { useShownValue } from "./use-shown-value"

/** An update of Mailroom changed a mail that the owner has edited: what, and beside it what the owner has. */
export function ChangesCard({ template }: { template: Template }) {
  const text = useText()
  const [isShown, setShown] = useState(false)
  const seen = useChange<void>(`/templates/${template.id}/changes/seen`, { done: text("templates.changesKept") })
  return (
    <Section
      title={text("templates.changesTitle")}
      hint={text("templates.changesHint")}
      actions={
        <>
          {!isShown && (
            <ActionButton needs="see" onClick={() => setShown(true)}>
              {text("templates.changesShow")}
            </ActionButton>
          )}
          <ActionButton needs="edit" isLoading={seen.isPending} onClick={() => seen.mutate()}>
            {text("templates.changesSeen")}
          </ActionButton>
        </>
      }
    >
      {isShown && <Changes template={template} />}
    </Section>
  )
}

function Changes({ template }: { template: Template }) {
  const changes = useRead<{ changes: TemplateChange[] }>(`/templates/${template.id}/changes`)
  const shown = useShownValue(template)
  return (
    <WhenRead read={changes}>
      {(data) => (
        <ul className="divide-y">
          {withoutSettingsOfWhole(data.changes).map((change, index) => (
            <ChangeLine key={index} change={change} template={template} shown={shown} />
          ))}
        </ul>
      )}
    </WhenRead>
  )
}

const COLOUR = { added: "green", removed: "red", changed: "blue" } as const

const WORDS = new Set(["type", "content", "label", "title", "url"])

/** Of a block that is new or gone one wants to know that, and what it says; not each of its settings. */
function withoutSettingsOfWhole(changes: TemplateChange[]): TemplateChange[] {
  const whole = new Set(changes.filter(({ field }) => field === "type").map(({ block }) => block))
  return changes.filter(({ block, field, locale }) => locale !== null || !whole.has(block) || WORDS.has(field))
}

type LineProps = { change: TemplateChange; template: Template; shown: (value: unknown) => string }

function ChangeLine({ change, template, shown }: LineProps) {
  const text = useText()
  const { document } = template.content
  const block = change.block && document.kind === "blocks" ? findBlock(document.blocks, change.block) : null
  const shownOf = ({ field, ...values }: TemplateChange, which: "before" | "after" | "mine") =>
    field === "type" && values[which] ? text(`editor.block.${values[which] as Block["type"]}`) : shown(values[which])
  const where = [
    block ? text(`editor.block.${block.type}`) : change.block,
    fieldName(text, change.field),
    change.locale && languageName(change.locale),
  ]
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <span className="flex items-center gap-x-2">
        <Badge size="2xsmall" color={COLOUR[change.kind]}>
          {text(`templates.change.${change.kind}`)}
        </Badge>
        <Text size="small" weight="plus">
          {where.filter(Boolean).join(" · ")}
        </Text>
      </span>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-3">
        {(["before", "after", "mine"] as const).map((which) => (
          <div key={which} className="bg-ui-bg-subtle min-w-0 rounded-md px-3 py-2">
            <Text size="xsmall" className="text-ui-fg-muted">
              {text(`templates.${which}`)}
            </Text>
            <Text size="small" className="break-words">
              {shownOf(change, which) || "–"}
            </Text>
          </div>
        ))}
      </div>
    </li>
  )
}
