import { Link as LinkIcon, ListBullet } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useEditorState, type Editor } from "@tiptap/react"
import { useState, type ReactNode } from "react"
import { useText } from "../../parts/use-text"
import { TagPicker } from "../tag-picker"
import { ColourMenu } from "./colour-menu"
import { FallbackRow } from "./fallback-row"
import { LinkRow } from "./link-row"

const ALIGNMENTS = ["left", "center", "right"] as const

/** What can be done with the marked words. Below it appears what the cursor stands on: a link, a variable. */
export function FormatBar({ editor, withLists }: { editor: Editor | null; withLists: boolean }) {
  const text = useText()
  const [isLinking, setLinking] = useState(false)
  const now = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  if (!editor || !now) return <div className="h-9" />
  const chain = () => editor.chain().focus()
  return (
    <div className="border-ui-border-base bg-ui-bg-subtle border-b">
      <div
        role="toolbar"
        aria-label={text("editor.rich.bar")}
        className="flex flex-wrap items-center gap-0.5 px-1.5 py-1"
      >
        <Toggle label={text("editor.rich.bold")} isOn={now.isBold} onPress={() => chain().toggleBold().run()}>
          <b>B</b>
        </Toggle>
        <Toggle label={text("editor.rich.italic")} isOn={now.isItalic} onPress={() => chain().toggleItalic().run()}>
          <i className="font-serif">I</i>
        </Toggle>
        <ColourMenu
          colour={now.colour}
          onChoose={(colour) => (colour ? chain().setColor(colour).run() : chain().unsetColor().run())}
        />
        <Toggle label={text("editor.rich.link")} isOn={now.href !== null} onPress={() => setLinking((is) => !is)}>
          <LinkIcon />
        </Toggle>
        <Separator />
        {ALIGNMENTS.map((align) => (
          <Toggle
            key={align}
            label={text(`editor.align.${align}`)}
            isOn={now.align === align}
            onPress={() => (now.align === align ? chain().unsetTextAlign().run() : chain().setTextAlign(align).run())}
          >
            <AlignMark align={align} />
          </Toggle>
        ))}
        {withLists && (
          <>
            <Separator />
            <Toggle
              label={text("editor.rich.bullets")}
              isOn={now.isBullets}
              onPress={() => chain().toggleBulletList().run()}
            >
              <ListBullet />
            </Toggle>
            <Toggle
              label={text("editor.rich.numbers")}
              isOn={now.isNumbers}
              onPress={() => chain().toggleOrderedList().run()}
            >
              <span className="text-xs font-medium">1.</span>
            </Toggle>
          </>
        )}
        <Separator />
        <TagPicker onPick={(tag) => chain().insertMergeTag(tag).run()} />
      </div>
      {(isLinking || now.href !== null) && (
        <LinkRow
          key={now.href ?? "new"}
          href={now.href ?? ""}
          hasFocus={isLinking}
          onApply={(href) => {
            setLinking(false)
            if (href) chain().extendMarkRange("link").setLink({ href }).run()
            else chain().extendMarkRange("link").unsetLink().run()
          }}
        />
      )}
      {now.tag && (
        <FallbackRow
          tag={now.tag.tag}
          fallback={now.tag.fallback}
          onChange={(fallback) => editor.commands.updateAttributes("mergeTag", { fallback: fallback || null })}
        />
      )}
    </div>
  )
}

function stateOf(editor: Editor | null) {
  if (!editor) return null
  const attributes = editor.getAttributes("mergeTag") as { tag?: string; fallback?: string | null }
  return {
    isBold: editor.isActive("bold"),
    isItalic: editor.isActive("italic"),
    isBullets: editor.isActive("bulletList"),
    isNumbers: editor.isActive("orderedList"),
    align: ALIGNMENTS.find((align) => editor.isActive({ textAlign: align })) ?? null,
    href: editor.isActive("link") ? String(editor.getAttributes("link").href ?? "") : null,
    colour: (editor.getAttributes("textStyle").color as string | undefined) ?? null,
    tag: attributes.tag ? { tag: attributes.tag, fallback: attributes.fallback ?? "" } : null,
  }
}

type ToggleProps = { label: string; isOn: boolean; onPress: () => void; children: ReactNode }

function Toggle({ label, isOn, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      // The marked words stay marked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={clx(
        "text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex size-7 items-center justify-center rounded outline-none",
        isOn && "bg-ui-bg-base-pressed text-ui-fg-base",
      )}
    >
      {children}
    </button>
  )
}

function Separator() {
  return <span aria-hidden="true" className="bg-ui-border-base mx-1 h-4 w-px" />
}

const SHIFT = { left: [0, 0], center: [2.5, 1.5], right: [5, 3] } as const

function AlignMark({ align }: { align: (typeof ALIGNMENTS)[number] }) {
  const [short, middle] = SHIFT[align]
  return (
    <svg
      width="15"
      height="15"
      viewBox="0 0 15 15"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d={`M1 3.5h13M${1 + short} 7.5h8M${1 + middle} 11.5h10`} strokeLinecap="round" />
    </svg>
  )
}
