import { Heading } from "@react-email/heading"
import { Hr } from "@react-email/hr"
import { Text } from "@react-email/text"
import type { CSSProperties, ReactNode } from "react"
import type { Look } from "../theme"

type WordsProps = { look: Look; children: ReactNode; style?: CSSProperties }

export function Title({ look, children, style }: WordsProps) {
  return (
    <Heading
      as="h1"
      className="mr-ink mr-title"
      style={{
        margin: "0 0 16px",
        fontSize: 26,
        lineHeight: "32px",
        fontWeight: 700,
        letterSpacing: "-0.4px",
        color: look.colors.ink,
        ...style,
      }}
    >
      {children}
    </Heading>
  )
}

export function Subtitle({ look, children, style }: WordsProps) {
  return (
    <Heading
      as="h2"
      className="mr-ink"
      style={{
        margin: "24px 0 8px",
        fontSize: 19,
        lineHeight: "26px",
        fontWeight: 700,
        color: look.colors.ink,
        ...style,
      }}
    >
      {children}
    </Heading>
  )
}

export function SmallTitle({ look, children, style }: WordsProps) {
  return (
    <Heading
      as="h3"
      className="mr-ink"
      style={{
        margin: "16px 0 6px",
        fontSize: 16,
        lineHeight: "22px",
        fontWeight: 700,
        color: look.colors.ink,
        ...style,
      }}
    >
      {children}
    </Heading>
  )
}

export function Paragraph({ look, children, style }: WordsProps) {
  return (
    <Text
      className="mr-ink"
      style={{ margin: "0 0 16px", fontSize: 16, lineHeight: "25px", color: look.colors.ink, ...style }}
    >
      {children}
    </Text>
  )
}

export function Note({ look, children, style }: WordsProps) {
  return (
    <Text
      className="mr-faint"
      style={{ margin: "0 0 12px", fontSize: 14, lineHeight: "21px", color: look.colors.faint, ...style }}
    >
      {children}
    </Text>
  )
}

export function Divider({ look }: { look: Look }) {
  return (
    <Hr className="mr-line" style={{ margin: "24px 0", border: "none", borderTop: `1px solid ${look.colors.line}` }} />
  )
}
