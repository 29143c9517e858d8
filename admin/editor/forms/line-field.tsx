import { clx } from "@medusajs/ui"
import { EditorContent, useEditor, useEditorState, type Editor } from "@tiptap/react"
import { memo, useEffect, useId, useRef, useState, type ReactNode } from "react"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { FallbackRow } from "../rich-text/fallback-row"
import { docToLine, lineExtensions, lineToDoc, lineToNodes } from "../rich-text/line-extensions"
import { TagPicker } from "../tag-picker"
import { useLabelOfTag, useShownLine } from "../use-catalogue"

type Props = {
  label: string
  value: string
  hint?: ReactNode
  isOptional?: boolean
  placeholder?: string
  /** Only addresses can be put into an address. */
  tagTypes?: string[]
  onChange: (value: string) => void
}

/** One line of text with variables as chips; `value` is the document's own Liquid. */
export function LineField({ label, value, hint, isOptional, placeholder, tagTypes, onChange }: Props) {
  const text = useText()
  const id = useId()
  const shownLine = useShownLine()
  const editor = useLineEditor({ id, value, onChange })
  return (
    <Field
      label={
        <span id={id} onClick={() => editor?.commands.focus("end")}>
          {label}
        </span>
      }
      hint={hint}
      optional={isOptional ? text("common.optional") : undefined}
    >
      {() => (
        <div className="flex items-start gap-x-1">
          <div className={FRAME}>
            <div className="relative">
              {value === "" && placeholder && (
                <span
                  aria-hidden="true"
                  className={clx(LINE, "text-ui-fg-muted pointer-events-none absolute truncate")}
                >
                  {shownLine(placeholder)}
                </span>
              )}
              <EditorContent editor={editor} />
            </div>
            {editor && <Fallback editor={editor} />}
          </div>
          {editor && <Tags editor={editor} types={tagTypes} />}
        </div>
      )}
    </Field>
  )
}

const Tags = memo(function Tags({ editor, types }: { editor: Editor; types: string[] | undefined }) {
  return <TagPicker onPick={(tag) => editor.chain().focus().insertMergeTag(tag).run()} types={types} />
})

/** Where something leads: an address, or a variable that is one. */
export function AddressField(props: Omit<Props, "tagTypes">) {
  return <LineField placeholder="https://" {...props} tagTypes={ADDRESSES} />
}

const ADDRESSES = ["url"]

function useLineEditor({ id, value, onChange }: { id: string } & Pick<Props, "value" | "onChange">): Editor | null {
  const labelOf = useLabelOfTag()
  const last = useRef(value)
  const changed = useRef(onChange)
  changed.current = onChange
  const made = useRef<Editor | null>(null)
  // Made once, as in rich-text-field.tsx.
  const [options] = useState(() => ({
    extensions: lineExtensions({ labelOf }),
    content: lineToDoc(value),
    editorProps: {
      attributes: { role: "textbox", "aria-labelledby": id, class: clx(LINE, "outline-none") },
      // A line has no second one.
      handleKeyDown: (_view: unknown, event: KeyboardEvent) => event.key === "Enter",
      handlePaste: (_view: unknown, event: ClipboardEvent) => {
        const nodes = lineToNodes(event.clipboardData?.getData("text/plain") ?? "")
        if (nodes.length > 0) made.current?.commands.insertContent(nodes)
        return true
      },
    },
  }))
  const editor = useEditor({
    ...options,
    onUpdate: ({ editor }) => {
      last.current = docToLine(editor.getJSON())
      changed.current(last.current)
    },
  })
  made.current = editor

  // Undo, another language, another version: what comes from outside replaces what stands here.
  useEffect(() => {
    if (!editor || value === last.current) return
    last.current = value
    editor.commands.setContent(lineToDoc(value), { emitUpdate: false })
  }, [editor, value])
  return editor
}

/** Below the line, when the cursor stands on a variable: what to say if it is empty. */
function Fallback({ editor }: { editor: Editor }) {
  const tag = useEditorState({
    editor,
    selector: ({ editor }) => editor.getAttributes("mergeTag") as { tag?: string; fallback?: string | null },
  })
  if (!tag.tag) return null
  return (
    <FallbackRow
      tag={tag.tag}
      fallback={tag.fallback ?? ""}
      onChange={(fallback) => editor.commands.updateAttributes("mergeTag", { fallback: fallback || null })}
    />
  )
}

const FRAME =
  "bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-borders-base focus-within:shadow-borders-interactive-with-active min-w-0 flex-1 rounded-md"
const LINE = "txt-compact-small text-ui-fg-base min-h-8 w-full px-2 py-1.5"
