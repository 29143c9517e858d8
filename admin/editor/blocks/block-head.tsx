import { ArrowDownMini, ArrowUpMini, SquareTwoStack, Trash } from "@medusajs/icons"
import { Badge, IconButton, Tooltip, clx } from "@medusajs/ui"
import { memo, type KeyboardEvent, type ReactNode } from "react"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { useBlockEdits } from "../use-block-edits"
import { BlockIcon } from "./block-icon"
import { BlockSummary } from "./block-summary"
import { focusBeside, focusNeighbour } from "./focus-neighbour"

type Props = { block: Block; isOpen: boolean; isFixed: boolean; isFirst: boolean; isLast: boolean }

/** What a block says in one line; pressed it opens, and the keys and buttons of the block are here. */
export const BlockHead = memo(function BlockHead({ block, isOpen, isFixed, isFirst, isLast }: Props) {
  const text = useText()
  const { select } = useMailEditor()
  const onKey = useBlockKeys(block.id, isFixed)
  const name = text(`editor.block.${block.type}`)
  return (
    <>
      <button
        type="button"
        data-block-head
        aria-expanded={isOpen}
        aria-label={`${name}: ${text(isOpen ? "editor.close" : "editor.open")}`}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Control+D Delete"
        onClick={() => select(isOpen ? null : block.id)}
        onKeyDown={onKey}
        className="focus-visible:shadow-borders-focus flex min-w-0 flex-1 items-center gap-x-2 rounded px-1 py-2 text-left outline-none"
      >
        <BlockIcon type={block.type} />
        <span className="txt-compact-small-plus text-ui-fg-subtle w-20 shrink-0 truncate">{name}</span>
        <span className="min-w-0 flex-1">
          <BlockSummary block={block} />
        </span>
        {block.condition && (
          <Badge size="2xsmall" color="purple" className="shrink-0">
            {text("editor.onlyIf")}
          </Badge>
        )}
      </button>
      {!isFixed && <Actions id={block.id} name={name} isOpen={isOpen} isFirst={isFirst} isLast={isLast} />}
    </>
  )
})

/** Alt and an arrow moves the block, an arrow alone goes to the next; a translation cannot change the order. */
function useBlockKeys(id: string, isFixed: boolean) {
  const { step, duplicate, remove } = useBlockEdits()

  function actionOf(event: KeyboardEvent): (() => void) | undefined {
    if (isFixed) return undefined
    if (event.altKey && event.key === "ArrowUp") return () => step(id, -1)
    if (event.altKey && event.key === "ArrowDown") return () => step(id, 1)
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "d") return () => duplicate(id)
    if (event.key !== "Delete") return undefined
    return () => {
      focusBeside(event.currentTarget)
      remove(id)
    }
  }

  return (event: KeyboardEvent) => {
    const action = actionOf(event)
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp"
    if (!action && (event.altKey || event.metaKey || event.ctrlKey || !isArrow)) return
    event.preventDefault()
    if (action) action()
    else focusNeighbour(event.currentTarget, event.key === "ArrowDown" ? 1 : -1)
  }
}

type ActionsProps = { id: string; name: string } & Pick<Props, "isOpen" | "isFirst" | "isLast">

const Actions = memo(function Actions({ id, name, isOpen, isFirst, isLast }: ActionsProps) {
  const text = useText()
  const { step, duplicate, remove } = useBlockEdits()
  return (
    <div
      className={clx(
        "shrink-0 gap-x-0.5",
        isOpen ? "flex" : "hidden group-focus-within/card:flex group-hover/card:flex",
      )}
    >
      <Action label={text("editor.up", { name })} isOff={isFirst} onPress={() => step(id, -1)}>
        <ArrowUpMini />
      </Action>
      <Action label={text("editor.down", { name })} isOff={isLast} onPress={() => step(id, 1)}>
        <ArrowDownMini />
      </Action>
      <Action label={text("editor.duplicate", { name })} onPress={() => duplicate(id)}>
        <SquareTwoStack />
      </Action>
      <Action
        label={text("common.removeOne", { name })}
        onPress={(button) => {
          focusBeside(button)
          remove(id)
        }}
      >
        <Trash />
      </Action>
    </div>
  )
})

type ActionProps = { label: string; isOff?: boolean; onPress: (button: Element) => void; children: ReactNode }

function Action({ label, isOff = false, onPress, children }: ActionProps) {
  return (
    <Tooltip content={label}>
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        aria-label={label}
        disabled={isOff}
        onClick={(event) => onPress(event.currentTarget)}
      >
        {children}
      </IconButton>
    </Tooltip>
  )
}
