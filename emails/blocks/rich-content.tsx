import { Link } from "@react-email/link"
import { Fragment, type CSSProperties, type ReactNode } from "react"
import type { RichContent, RichInline, RichNode, RichParagraph } from "../../src/core/templates/rich-content"
import { tagLiquid } from "../../src/core/templates/tagged-line"
import { t } from "../liquid"
import { sidePadding, type Look } from "../theme"
import { Note, Paragraph } from "./words"

type RichProps = { look: Look; content: RichContent; isSmall?: boolean }

/** An author's formatted text: paragraphs and lists, merge tags as Liquid. */
export function RichText({ look, content, isSmall = false }: RichProps) {
  return (
    <Fragment>
      {content.content.map((node, index) => (
        <Node key={index} look={look} node={node} isSmall={isSmall} />
      ))}
    </Fragment>
  )
}

/** The same on one line: a heading, whose paragraphs are lines of it. */
export function RichLine({ look, content }: { look: Look; content: RichContent }) {
  const paragraphs = content.content.filter((node): node is RichParagraph => node.type === "paragraph")
  return (
    <Fragment>
      {paragraphs.map((paragraph, index) => (
        <Fragment key={index}>
          {index > 0 ? <br /> : null}
          <Inlines look={look} nodes={paragraph.content ?? []} />
        </Fragment>
      ))}
    </Fragment>
  )
}

/** How the first paragraph is aligned; a heading has only one. */
export function alignOf(content: RichContent): CSSProperties {
  const first = content.content[0]
  return first?.type === "paragraph" && first.attrs?.textAlign ? { textAlign: first.attrs.textAlign } : {}
}

function Node({ look, node, isSmall }: { look: Look; node: RichNode; isSmall: boolean }) {
  if (node.type !== "paragraph") return <List look={look} list={node} isSmall={isSmall} />
  const Words = isSmall ? Note : Paragraph
  const { textAlign } = node.attrs ?? {}
  return (
    <Words look={look} style={textAlign ? { textAlign } : {}}>
      {node.content?.length ? <Inlines look={look} nodes={node.content} /> : "\u00a0"}
    </Words>
  )
}

type ListNode = Exclude<RichNode, RichParagraph>
type InnerList = Exclude<ListNode["content"][number]["content"][number], RichParagraph>

function List({
  look,
  list,
  isSmall,
  isInner,
}: {
  look: Look
  list: ListNode | InnerList
  isSmall: boolean
  isInner?: boolean
}) {
  const Tag = list.type === "orderedList" ? "ol" : "ul"
  const { colors } = look
  const size = isSmall
    ? { fontSize: 14, lineHeight: "21px", color: colors.faint }
    : { fontSize: 16, lineHeight: "25px", color: colors.ink }
  return (
    <Tag
      className={isSmall ? "mr-faint" : "mr-ink"}
      style={{ margin: isInner ? "6px 0 0" : "0 0 16px", ...sidePadding(look, { start: 24 }), ...size }}
    >
      {list.content.map((item, index) => (
        <li key={index} style={{ margin: "0 0 6px" }}>
          {item.content.map((node, at) =>
            node.type === "paragraph" ? (
              <Fragment key={at}>
                {at > 0 ? <br /> : null}
                <Inlines look={look} nodes={node.content ?? []} />
              </Fragment>
            ) : (
              <List key={at} look={look} list={node} isSmall={isSmall} isInner />
            ),
          )}
        </li>
      ))}
    </Tag>
  )
}

function Inlines({ look, nodes }: { look: Look; nodes: RichInline[] }) {
  return (
    <Fragment>
      {nodes.map((node, index) => (
        <Fragment key={index}>{marked(look, node)}</Fragment>
      ))}
    </Fragment>
  )
}

/** The innermost mark is the last of the list; a link's colour is the text's own. */
function marked(look: Look, node: RichInline): ReactNode {
  let words: ReactNode = wordsOf(node)
  for (const mark of [...(node.marks ?? [])].reverse()) {
    if (mark.type === "bold") words = <strong>{words}</strong>
    else if (mark.type === "italic") words = <em>{words}</em>
    else if (mark.type === "underline") words = <u>{words}</u>
    else if (mark.type === "strike") words = <s>{words}</s>
    else if (mark.type === "link") words = linked(look, mark.attrs.href, words)
    else if (mark.attrs.color) words = <span style={{ color: mark.attrs.color }}>{words}</span>
  }
  return words
}

/** Without an address (not filled in yet) it stays text. */
function linked(look: Look, href: string, words: ReactNode): ReactNode {
  if (!href) return words
  return (
    <Link href={t(href)} style={{ color: "inherit", textDecoration: "underline" }}>
      {words}
    </Link>
  )
}

function wordsOf(node: RichInline): ReactNode {
  if (node.type === "hardBreak") return <br />
  return node.type === "text" ? t(node.text) : t(tagLiquid(node.attrs.tag, node.attrs.fallback))
}
