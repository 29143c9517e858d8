import { useDraggable } from "@dnd-kit/core"
import { ArrowDownMini, ArrowUpMini, DotsSix, SquareTwoStack, Trash } from "@medusajs/icons"
import { Badge, IconButton, Tooltip, clx } from "@medusajs/ui"
import { useEffect, useRef, type KeyboardEvent } from "react"
import type { Block } from "../../../src/core/templates/document"
import { blockIn } from "../../../src/core/templates/edit-document"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { BlockForm } from "../forms/block-form"
import { useBlocks } from "../use-blocks"
import { BlockIcon } from "./block-icon"
import { BlockList } from "./block-list"
import { BlockSummary } from "./block-summary"
import { focusNeighbour } from "./focus-neighbour"

type Props = { block: Block; isFirst: boolean; isLast: boolean }

/** One block: closed it shows what it says, open it holds its form. Everything is on the keyboard too. */
export function BlockCard({ block, isFirst, isLast }: Props) {
  const text = useText()
  const { selected, select, locale } = useMailEditor()
  const { document, step, duplicate, remove } = useBlocks()
  const card = useRef<HTMLDivElement | null>(null)
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: block.id,
    data: { id: block.id, type: block.type },
    disabled: locale !== null,
  })
  const isOpen = selected === block.id
  const isFixed = locale !== null
  const name = text(`editor.block.${block.type}`)
  const shown = document ? blockIn(document, block, locale) : block
  useFirstFieldFocus(card, isOpen)

  function onKey(event: KeyboardEvent) {
    const isMod = event.metaKey || event.ctrlKey
    const action = isFixed
      ? undefined
      : event.altKey && event.key === "ArrowUp"
        ? () => step(block.id, -1)
        : event.altKey && event.key === "ArrowDown"
          ? () => step(block.id, 1)
          : isMod && event.key.toLowerCase() === "d"
            ? () => duplicate(block.id)
            : event.key === "Delete"
              ? () => {
                  focusNeighbour(event.currentTarget, -1)
                  remove(block.id)
                }
              : undefined
    if (action) {
      event.preventDefault()
      return action()
    }
    if (event.altKey || isMod || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return
    event.preventDefault()
    focusNeighbour(event.currentTarget, event.key === "ArrowDown" ? 1 : -1)
  }

  return (
    <div
      ref={(element) => {
        setNodeRef(element)
        card.current = element
      }}
      data-block={block.type}
      data-block-id={block.id}
      onKeyDown={(event) => {
        // A menu of this block stands elsewhere on the page, and Escape closes that one first.
        if (event.key !== "Escape" || !isOpen || !card.current?.contains(event.target as Node)) return
        event.stopPropagation()
        select(null)
        card.current?.querySelector<HTMLElement>("[data-block-head]")?.focus()
      }}
      className={clx(
        "bg-ui-bg-base group/card rounded-lg",
        isOpen ? "shadow-borders-interactive-with-active" : "shadow-borders-base",
        isDragging && "opacity-40",
      )}
    >
      <div className="flex min-h-10 items-center gap-x-1 px-1.5">
        {!isFixed && (
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={text("editor.drag", { name })}
            className="text-ui-fg-muted hover:text-ui-fg-subtle focus-visible:shadow-borders-focus flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded outline-none"
          >
            <DotsSix />
          </button>
        )}
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
            <BlockSummary block={shown} />
          </span>
          {block.condition && (
            <Badge size="2xsmall" color="purple" className="shrink-0">
              {text("editor.onlyIf")}
            </Badge>
          )}
        </button>
        {!isFixed && (
          <div
            className={clx(
              "shrink-0 gap-x-0.5",
              isOpen ? "flex" : "hidden group-focus-within/card:flex group-hover/card:flex",
            )}
          >
            <Action label={text("editor.up", { name })} isOff={isFirst} onPress={() => step(block.id, -1)}>
              <ArrowUpMini />
            </Action>
            <Action label={text("editor.down", { name })} isOff={isLast} onPress={() => step(block.id, 1)}>
              <ArrowDownMini />
            </Action>
            <Action label={text("editor.duplicate", { name })} onPress={() => duplicate(block.id)}>
              <SquareTwoStack />
            </Action>
            <Action label={text("common.removeOne", { name })} onPress={() => remove(block.id)}>
              <Trash />
            </Action>
          </div>
        )}
      </div>
      {block.type === "columns" && (
        <div className="border-ui-border-base flex gap-x-3 border-t px-3 py-2">
          {block.columns.map((leaves, column) => (
            <BlockList key={column} blocks={leaves} within={{ id: block.id, column }} />
          ))}
        </div>
      )}
      {isOpen && (
        <div data-block-form className="border-ui-border-base border-t px-4 py-4">
          <BlockForm block={shown} />
        </div>
      )}
    </div>
  )
}

type ActionProps = { label: string; isOff?: boolean; onPress: () => void; children: React.ReactNode }

function Action({ label, isOff = false, onPress, children }: ActionProps) {
  return (
    <Tooltip content={label}>
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        aria-label={label}
        disabled={isOff}
        onClick={onPress}
      >
        {children}
      </IconButton>
    </Tooltip>
  )
}

const FIELDS = "[contenteditable=true], input:not([type=color]), textarea, button[role=combobox]"

/** Who opens a block wants to write in it. */
function useFirstFieldFocus(card: React.RefObject<HTMLDivElement | null>, isOpen: boolean) {
  useEffect(() => {
    if (!isOpen) return
    const form = card.current?.querySelector<HTMLElement>("[data-block-form]")
    const frame = requestAnimationFrame(() => {
      const fields = [...(form?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
      // What is folded away cannot have the focus.
      const field = fields.find((one) => !one.closest("details:not([open])"))
      // A divider has nothing to fill in; its head keeps the keyboard at the place where the block is.
      const place = field ?? card.current?.querySelector<HTMLElement>("[data-block-head]")
      place?.focus()
      form?.scrollIntoView({ block: "nearest" })
    })
    return () => cancelAnimationFrame(frame)
  }, [card, isOpen])
}
