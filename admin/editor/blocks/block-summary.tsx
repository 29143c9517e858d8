import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Block } from "../../../src/core/templates/document"
import { useText } from "../../parts/use-text"
import { useLabelOfTag, useShownLine } from "../use-catalogue"
import { useEditorLook } from "../editor-context"
import { PollSummary } from "./poll-summary"
import { wordsOf } from "./words-of"

/** What a closed block says, in one line and roughly as it looks. */
export function BlockSummary({ block }: { block: Block }) {
  const text = useText()
  const labelOf = useLabelOfTag()
  const shown = useShownLine()
  const look = useEditorLook()
  switch (block.type) {
    case "heading":
      return (
        <Line
          isMissing={!wordsOf(block.content, labelOf)}
          className={block.level === 1 ? "text-base font-semibold" : "text-sm font-medium"}
        >
          {wordsOf(block.content, labelOf) || text("editor.nothingYet")}
        </Line>
      )
    case "text":
      return (
        <Line isMissing={!wordsOf(block.content, labelOf)}>
          {wordsOf(block.content, labelOf) || text("editor.nothingYet")}
        </Line>
      )
    case "picture":
      return block.url ? (
        <span className="flex items-center gap-x-2">
          <img src={block.url} alt="" className="bg-ui-bg-subtle h-8 w-12 rounded object-cover" />
          <Line isMissing={!block.alt && !block.isDecorative}>
            {shown(block.alt) ||
              (block.isDecorative ? text("editor.picture.decorative") : text("editor.picture.noAlt"))}
          </Line>
        </span>
      ) : (
        <Line isMissing>{text("editor.picture.none")}</Line>
      )
    case "button":
      return (
        <span
          className="inline-block max-w-full truncate rounded px-2.5 py-1 text-xs font-medium text-white"
          style={{ background: block.color ?? look.primaryColor }}
        >
          {shown(block.label) || text("editor.nothingYet")}
        </span>
      )
    case "products":
      return (
        <Line>
          {text(`editor.products.says.${block.source}`, {
            count: block.source === "picked" ? block.productIds.length : block.count,
          })}
        </Line>
      )
    case "order":
      return <Line>{text(`editor.order.lines.${block.lines}`)}</Line>
    case "amount":
      return <Line>{shown(block.label) || text(`editor.amount.of.${block.of}`)}</Line>
    case "coupon":
      return (
        <Line isMissing={!block.code}>
          {[block.title, block.code].map(shown).filter(Boolean).join(" · ") || text("editor.nothingYet")}
        </Line>
      )
    case "poll":
      return <PollSummary pollId={block.pollId} />
    case "columns":
      return <Line>{text("editor.columns.count", { count: block.columns.length })}</Line>
    case "divider":
      return <hr className="border-ui-border-strong my-1" />
    case "spacer":
      return <Line>{text("editor.spacer.pixels", { height: block.height })}</Line>
    case "html":
      return <Line className="font-mono text-xs">{block.html.trim() || text("editor.nothingYet")}</Line>
    case "logo":
      return look.logoUrl ? (
        <img src={look.logoUrl} alt={look.shopName} className="max-h-6" />
      ) : (
        <Line>{look.shopName}</Line>
      )
    case "tracking":
      return <Line>{text("editor.tracking.says")}</Line>
    case "social":
      return <Line>{text("editor.social.says")}</Line>
    case "footer":
      return <Line>{shown(block.reason) || text("editor.footer.says")}</Line>
  }
}

function Line({
  children,
  isMissing = false,
  className,
}: {
  children: ReactNode
  isMissing?: boolean
  className?: string
}) {
  return (
    <span
      className={clx(
        "block truncate",
        className ?? "txt-compact-small",
        isMissing ? "text-ui-fg-muted italic" : "text-ui-fg-base",
      )}
    >
      {children}
    </span>
  )
}
