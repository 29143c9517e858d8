import { InputRule, Node } from "@tiptap/core"

export type MergeTagOptions = { labelOf: (tag: string) => string }

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    mergeTag: { insertMergeTag: (tag: string) => ReturnType }
  }
}

/** A variable as one piece that the cursor steps over: what it is called in the shop's words, and what if it is empty. */
export const MergeTag = Node.create<MergeTagOptions>({
  name: "mergeTag",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addOptions() {
    return { labelOf: (tag) => tag }
  },

  addAttributes() {
    return {
      tag: { default: "", parseHTML: (element) => element.getAttribute("data-tag") },
      fallback: { default: null, parseHTML: (element) => element.getAttribute("data-fallback") },
    }
  },

  parseHTML() {
    return [{ tag: "span[data-tag]" }]
  },

  renderHTML({ node }) {
    const { tag, fallback } = node.attrs as { tag: string; fallback: string | null }
    const attributes = { "data-tag": tag, title: `{{ ${tag} }}`, class: CHIP }
    return ["span", fallback ? { ...attributes, "data-fallback": fallback } : attributes, this.options.labelOf(tag)]
  },

  /** What copying as plain text gives. */
  renderText({ node }) {
    return `{{ ${String(node.attrs.tag)} }}`
  },

  /** Who knows the name of a variable types it. */
  addInputRules() {
    return [
      new InputRule({
        find: TYPED,
        handler: ({ range, match, chain }) => {
          const tag = match[1]!
          if (this.options.labelOf(tag) === tag) return
          chain()
            .insertContentAt(range, { type: this.name, attrs: { tag, fallback: null } })
            .run()
        },
      }),
    ]
  },

  addCommands() {
    return {
      insertMergeTag:
        (tag) =>
        ({ chain }) =>
          chain()
            .insertContent({ type: this.name, attrs: { tag, fallback: null } })
            .run(),
    }
  },
})

const TYPED = /\{\{\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*\}\}$/
const CHIP =
  "bg-ui-tag-blue-bg text-ui-tag-blue-text border-ui-tag-blue-border cursor-pointer whitespace-nowrap rounded border px-1 text-xs"
