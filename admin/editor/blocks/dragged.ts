import { createContext, useContext } from "react"
import type { Block } from "../../../src/core/templates/document"

/** What is held in the hand: a kind out of the palette, or (with an id) a block of the letter. */
export type Dragged = { type: Block["type"]; id?: string }

/** Of its own, because dnd-kit's context changes with every pixel that the hand moves. */
export const DraggedContext = createContext<Dragged | null>(null)

export const useDragged = (): Dragged | null => useContext(DraggedContext)
