import type { Extensions } from "@tiptap/core"
import TextAlign from "@tiptap/extension-text-align"
import { Color, TextStyle } from "@tiptap/extension-text-style"
import StarterKit from "@tiptap/starter-kit"
import { MergeTag, type MergeTagOptions } from "./merge-tag"

/**
 * What formatted text in a mail may hold (`core/templates/rich-content.ts`), no more. Undo is the editor's own, for the
 * whole letter: two histories would take back different things by the same keys.
 */
export function extensionsFor({ withLists, labelOf }: { withLists: boolean } & MergeTagOptions): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      undoRedo: false,
      dropcursor: false,
      gapcursor: false,
      trailingNode: false,
      ...(!withLists && { bulletList: false, orderedList: false, listItem: false, listKeymap: false }),
      link: {
        openOnClick: false,
        defaultProtocol: "https",
        HTMLAttributes: { target: null, rel: null, class: "text-ui-fg-interactive underline" },
        isAllowedUri: (url, { defaultValidate }) => url.includes("{{") || defaultValidate(url),
      },
    }),
    TextAlign.configure({ types: ["paragraph"], alignments: ["left", "center", "right"] }),
    TextStyle,
    Color,
    MergeTag.configure({ labelOf }),
  ]
}
