import { ArrowDownMini, ArrowUpMini, Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Text, Tooltip } from "@medusajs/ui"
import { useRef } from "react"
import { BLOCK_TYPES, moved, newBlock, type Block } from "../../parts/mailing-document"
import { useText } from "../../parts/use-text"
import { BlockFields } from "./block-fields"

type Props = { blocks: Block[]; onChange: (blocks: Block[]) => void }

/** Blocks in their order; everything is a button, so the keyboard does what the mouse does. */
export function BlockList({ blocks, onChange }: Props) {
  const text = useText()
  const list = useRef<HTMLOListElement>(null)

  function add(type: (typeof BLOCK_TYPES)[number]) {
    onChange([...blocks, newBlock(type)])
    // The new block's first input, once it is on the page.
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector<HTMLElement>("input, textarea")?.focus())
  }

  return (
    <div className="flex flex-col gap-y-4">
      {blocks.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("newsletters.noBlocks")}
        </Text>
      )}
      <ol ref={list} className="flex flex-col gap-y-3">
        {blocks.map((block, index) => (
          <li key={index} className="bg-ui-bg-subtle shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-4">
            <BlockHead
              name={text(`newsletters.block.${block.type}`)}
              canUp={index > 0}
              canDown={index < blocks.length - 1}
              onMove={(by) => onChange(moved(blocks, index, by))}
              onRemove={() => onChange(blocks.filter((_, other) => other !== index))}
            />
            <BlockFields
              block={block}
              onChange={(next) => onChange(blocks.map((one, at) => (at === index ? next : one)))}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2" role="group" aria-label={text("newsletters.addBlock")}>
        {BLOCK_TYPES.map((type) => (
          <Button key={type} type="button" size="small" variant="secondary" onClick={() => add(type)}>
            <Plus />
            {text(`newsletters.block.${type}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

type HeadProps = {
  name: string
  canUp: boolean
  canDown: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function BlockHead({ name, canUp, canDown, onMove, onRemove }: HeadProps) {
  const text = useText()
  const buttons = [
    { label: text("newsletters.up"), icon: <ArrowUpMini />, isOff: !canUp, press: () => onMove(-1) },
    { label: text("newsletters.down"), icon: <ArrowDownMini />, isOff: !canDown, press: () => onMove(1) },
    { label: text("common.removeOne", { name }), icon: <Trash />, isOff: false, press: onRemove },
  ]
  return (
    <div className="flex items-center justify-between">
      <Text size="small" weight="plus">
        {name}
      </Text>
      <div className="flex gap-x-1">
        {buttons.map((button) => (
          <Tooltip key={button.label} content={button.label}>
            <IconButton
              type="button"
              size="small"
              variant="transparent"
              aria-label={button.label}
              disabled={button.isOff}
              onClick={button.press}
            >
              {button.icon}
            </IconButton>
          </Tooltip>
        ))}
      </div>
    </div>
  )
}
