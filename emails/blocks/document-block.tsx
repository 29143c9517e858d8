import { Img, Link } from "@react-email/components"
import type { BlockV1 as Block, LeafBlockV1 as LeafBlock } from "../../src/core/templates/document-v1"
import { t } from "../liquid"
import { sidePadding, type Look } from "../theme"
import { ActionButton } from "./action-button"
import { RichText } from "./rich-text"
import { Divider, Subtitle, Title } from "./words"

type BlockProps<B> = {
  look: Look
  block: B
  /** Makes an author's own HTML harmless; runs once, while compiling. */
  sanitise: (html: string) => string
}

/** One block of a mailing's document. What is not filled in yet is left out. */
export function DocumentBlock({ look, block, sanitise }: BlockProps<Block>) {
  switch (block.type) {
    case "heading":
      if (!block.text.trim()) return null
      return block.level === 2 ? (
        <Subtitle look={look}>{t(block.text)}</Subtitle>
      ) : (
        <Title look={look}>{t(block.text)}</Title>
      )
    case "text":
      return <RichText look={look} text={block.text} />
    case "picture":
      return <Picture look={look} block={block} />
    case "button":
      return block.label.trim() && block.url ? (
        <ActionButton look={look} href={t(block.url)} label={t(block.label)} />
      ) : null
    case "divider":
      return <Divider look={look} />
    case "spacer":
      return (
        <div data-plain="skip" style={{ height: block.height, lineHeight: `${block.height}px`, fontSize: 1 }}>
          {"\u00a0"}
        </div>
      )
    case "html":
      return <div dangerouslySetInnerHTML={{ __html: sanitise(block.html) }} />
    case "columns":
      return <Columns look={look} columns={block.columns} sanitise={sanitise} />
  }
}

function Picture({ look, block }: { look: Look; block: Extract<LeafBlock, { type: "picture" }> }) {
  if (!block.url) return null
  const picture = (
    <Img
      src={t(block.url)}
      alt={t(block.alt)}
      width="520"
      style={{
        display: "block",
        width: "100%",
        maxWidth: "100%",
        height: "auto",
        borderRadius: 8,
        color: look.colors.faint,
        fontSize: 14,
      }}
    />
  )
  return <div style={{ margin: "0 0 20px" }}>{block.link ? <Link href={t(block.link)}>{picture}</Link> : picture}</div>
}

/** Side by side, one below the other on a phone. */
function Columns({ look, columns, sanitise }: Omit<BlockProps<Block>, "block"> & { columns: LeafBlock[][] }) {
  const width = `${Math.floor(100 / columns.length)}%`
  return (
    <table width="100%" border={0} cellPadding={0} cellSpacing={0} role="presentation">
      <tbody>
        <tr>
          {columns.map((blocks, column) => (
            <td
              key={column}
              className="mr-half"
              width={width}
              style={{ verticalAlign: "top", ...gapOf(look, column, columns.length) }}
            >
              {blocks.map((block, index) => (
                <DocumentBlock key={index} look={look} block={block} sanitise={sanitise} />
              ))}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

const GAP = 20

/** The gap is shared out so that the columns stay equally wide. */
function gapOf(look: Look, column: number, of: number) {
  return sidePadding(look, { start: Math.round((GAP * column) / of), end: Math.round((GAP * (of - 1 - column)) / of) })
}
