import { Heading, Hr, Text } from "@react-email/components"
import type { CSSProperties, ReactNode } from "react"
import { t, When } from "../liquid"
import type { Look } from "../theme"

type WordsProps = { look: Look; children: ReactNode; style?: CSSProperties }

export function Title({ look, children }: WordsProps) {
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
      }}
    >
      {children}
    </Heading>
  )
}

export function Subtitle({ look, children }: WordsProps) {
  return (
    <Heading
      as="h2"
      className="mr-ink"
      style={{ margin: "28px 0 8px", fontSize: 16, lineHeight: "22px", fontWeight: 700, color: look.colors.ink }}
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

/** "Hello Ada," where a first name is known, else "Hello,". `name` is the path of the variable. */
export function Greeting({ look, name }: { look: Look; name: string }) {
  const { hello, helloName } = look.texts.common
  return (
    <Paragraph look={look}>
      <When is={`${name} != blank`} otherwise={t(hello)}>
        {t(helloName.replace("{{ name }}", `{{ ${name} }}`))}
      </When>
    </Paragraph>
  )
}
