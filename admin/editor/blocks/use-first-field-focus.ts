import { useEffect, type RefObject } from "react"

const FIELDS = "[contenteditable=true], input:not([type=color]), textarea, button[role=combobox]"

/** Who opens a block wants to write in it. */
export function useFirstFieldFocus(card: RefObject<HTMLDivElement | null>, isOpen: boolean): void {
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
