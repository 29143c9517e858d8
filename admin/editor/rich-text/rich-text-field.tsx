import { EditorContent, useEditor } from "@tiptap/react"
import { Label, clx } from "@medusajs/ui"
import { memo, useEffect, useId, useRef, useState } from "react"
import { cleanPaste } from "../../../src/core/templates/clean-paste"
import type { RichContent } from "../../../src/core/templates/rich-content"
import { useLabelOfTag } from "../use-catalogue"
import { extensionsFor } from "./extensions"
import { FormatBar } from "./format-bar"

type Props = {
  label: string
  value: RichContent
  /** A heading has none. */
  withLists?: boolean
  isLarge?: boolean
  autoFocus?: boolean
  onChange: (value: RichContent) => void
}

/** Formatted text; what it says is the document's own JSON, never HTML. */
export function RichTextField({ label, value, withLists = true, isLarge = false, autoFocus = false, onChange }: Props) {
  const id = useId()
  const labelOf = useLabelOfTag()
  const last = useRef<RichContent>(value)
  const unseen = useRef<RichContent[]>([])
  const changed = useRef(onChange)
  changed.current = onChange
  // Made once: given new ones with each keystroke, tiptap would draw the text anew, and forget the marks of the next letter.
  const [options] = useState(() => ({
    extensions: extensionsFor({ withLists, labelOf }),
    content: value,
    autofocus: autoFocus && ("end" as const),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": id,
        class: clx(AREA, isLarge && LARGE),
      },
      transformPastedHTML: cleanPaste,
    },
  }))
  const editor = useEditor({
    ...options,
    onUpdate: ({ editor }) => {
      // tiptap's JSON is typed by its schema, which extensions.ts cuts down to what the document knows.
      last.current = editor.getJSON() as RichContent
      unseen.current.push(last.current)
      changed.current(last.current)
    },
  })

  // Undo, another language, another version: what comes from outside replaces what stands here. What was typed here comes
  // back, too, and later than the next letter where the machine is slow: that is not from outside.
  useEffect(() => {
    const typed = unseen.current.indexOf(value)
    unseen.current.splice(0, typed === -1 ? unseen.current.length : typed + 1)
    if (!editor || typed !== -1 || value === last.current) return
    last.current = value
    editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])

  return (
    <div className="flex flex-col gap-y-2">
      <Label id={id} size="small" weight="plus" onClick={() => editor?.commands.focus()}>
        {label}
      </Label>
      <div className={FRAME}>
        <Bar editor={editor} withLists={withLists} />
        <EditorContent editor={editor} />
      </div>
    </div>
  )
}

/** It listens to the text itself. */
const Bar = memo(FormatBar)

const FRAME =
  "bg-ui-bg-field shadow-borders-base focus-within:shadow-borders-interactive-with-active overflow-hidden rounded-md"
const AREA =
  "txt-small text-ui-fg-base min-h-16 px-3 py-2 outline-none [&_li]:my-0.5 [&_ol]:list-decimal [&_ol]:ps-5 [&_p+p]:mt-2 [&_ul]:list-disc [&_ul]:ps-5"
const LARGE = "min-h-0 font-medium"
