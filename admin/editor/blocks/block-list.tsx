import { Fragment } from "react"
import type { Place } from "../../../src/core/templates/block-tree"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { BlockCard } from "./block-card"
import { InsertHere } from "./insert-here"

type Props = { blocks: Block[]; within: Place["within"] }

/** The letter's blocks, or those of one column, each with the places around it. */
export function BlockList({ blocks, within }: Props) {
  const text = useText()
  const { locale } = useMailEditor()
  // The order is the same in all languages: a translation changes words only.
  const isFixed = locale !== null
  const label = within ? text("editor.column", { number: within.column + 1 }) : text("editor.letter")
  return (
    <ol aria-label={label} className="flex min-w-0 flex-1 flex-col">
      {!isFixed && (
        <li>
          <InsertHere place={{ within, index: 0 }} isRoomy={blocks.length === 0} />
        </li>
      )}
      {blocks.map((block, index) => (
        <Fragment key={block.id}>
          <li className={isFixed ? "mb-2" : undefined}>
            <BlockCard block={block} isFirst={index === 0} isLast={index === blocks.length - 1} />
          </li>
          {!isFixed && (
            <li>
              <InsertHere place={{ within, index: index + 1 }} />
            </li>
          )}
        </Fragment>
      ))}
    </ol>
  )
}
