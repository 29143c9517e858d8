import { Link } from "@react-email/components"
import { Fragment } from "react"
import { parseRichText, type Inline } from "../../src/core/templates/rich-text"
import { t } from "../liquid"
import { sidePadding, type Look } from "../theme"
import { Paragraph } from "./words"

/** An author's text with its few marks; merge tags are kept as Liquid. */
export function RichText({ look, text }: { look: Look; text: string }) {
  return (
    <Fragment>
      {parseRichText(t(text)).map((block, index) =>
        block.kind === "paragraph" ? (
          <Paragraph key={index} look={look}>
            <Inlines look={look} nodes={block.children} />
          </Paragraph>
        ) : (
          <List key={index} look={look} isOrdered={block.isOrdered} items={block.items} />
        ),
      )}
    </Fragment>
  )
}

function List({ look, isOrdered, items }: { look: Look; isOrdered: boolean; items: Inline[][] }) {
  const Tag = isOrdered ? "ol" : "ul"
  return (
    <Tag
      className="mr-ink"
      style={{
        margin: "0 0 16px",
        ...sidePadding(look, { start: 24 }),
        fontSize: 16,
        lineHeight: "25px",
        color: look.colors.ink,
      }}
    >
      {items.map((item, index) => (
        <li key={index} style={{ margin: "0 0 6px" }}>
          <Inlines look={look} nodes={item} />
        </li>
      ))}
    </Tag>
  )
}

function Inlines({ look, nodes }: { look: Look; nodes: Inline[] }) {
  return (
    <Fragment>
      {nodes.map((node, index) => (
        <InlineNode key={index} look={look} node={node} />
      ))}
    </Fragment>
  )
}

function InlineNode({ look, node }: { look: Look; node: Inline }) {
  if (node.kind === "text") return <Fragment>{node.text}</Fragment>
  if (node.kind === "break") return <br />
  const children = <Inlines look={look} nodes={node.children} />
  if (node.kind === "bold") return <strong>{children}</strong>
  if (node.kind === "italic") return <em>{children}</em>
  return (
    <Link href={node.url} style={{ color: "inherit", textDecoration: "underline" }}>
      {children}
    </Link>
  )
}
