import { useDraggable } from "@dnd-kit/core"
import { DotsSix } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { memo, useRef } from "react"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useMailEditor, useSelected } from "../editor-context"
import { BlockForm } from "../forms/block-form"
import { BlockHead } from "./block-head"
import { BlockList } from "./block-list"
import { useFirstFieldFocus } from "./use-first-field-focus"
import { useShownBlock } from "./use-shown-block"

type Props = { block: Block; isFirst: boolean; isLast: boolean }

/** One block: closed it shows what it says, open it holds its form. Everything is on the keyboard too. */
export const BlockCard = memo(function BlockCard(props: Props) {
  const { locale } = useMailEditor()
  const isOpen = useSelected() === props.block.id
  if (locale === null) return <Card {...props} isOpen={isOpen} shown={props.block} isFixed={false} />
  return <TranslatedCard {...props} isOpen={isOpen} locale={locale} />
})

type CardProps = Props & { isOpen: boolean }

function TranslatedCard({ locale, ...props }: CardProps & { locale: string }) {
  return <Card {...props} shown={useShownBlock(props.block, locale)} isFixed />
}

/** What is drawn again while something is carried across; what is in the card is not. */
function Card({ block, shown, isOpen, isFixed, isFirst, isLast }: CardProps & { shown: Block; isFixed: boolean }) {
  const text = useText()
  const { select } = useMailEditor()
  const card = useRef<HTMLDivElement | null>(null)
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: block.id,
    data: { id: block.id, type: block.type },
    disabled: isFixed,
  })
  useFirstFieldFocus(card, isOpen)
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
            aria-label={text("editor.drag", { name: text(`editor.block.${block.type}`) })}
            className="text-ui-fg-muted hover:text-ui-fg-subtle focus-visible:shadow-borders-focus flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded outline-none"
          >
            <DotsSix />
          </button>
        )}
        <BlockHead block={shown} isOpen={isOpen} isFixed={isFixed} isFirst={isFirst} isLast={isLast} />
      </div>
      <BlockBody block={block} shown={shown} isOpen={isOpen} />
    </div>
  )
}

const BlockBody = memo(function BlockBody({ block, shown, isOpen }: Pick<CardProps, "block" | "isOpen"> & Shown) {
  return (
    <>
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
    </>
  )
})

type Shown = { shown: Block }
