import { Head, Html } from "@react-email/components"
import type { ReactNode } from "react"
import { v } from "../liquid"
import { FONT, type Look } from "../theme"
import { Box } from "./box"
import { styleSheet } from "./dark-mode"
import { Footer } from "./footer"
import { Header } from "./header"

type LayoutProps = {
  look: Look
  /** Marketing carries the way out in its footer; a service mail must not look as if it had one. */
  isMarketing?: boolean
  /** Liquid of the line that inboxes show beside the subject. */
  preheader: string
  /** Replaces the sentence that says why one gets this mail. */
  why?: string
  children: ReactNode
}

/** The page around every mail: preheader, logo, a card with the content, footer. */
export function Layout({ look, isMarketing = false, preheader, why, children }: LayoutProps) {
  const { colors, direction, locale } = look
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style dangerouslySetInnerHTML={{ __html: styleSheet(colors) }} />
      </Head>
      <body
        className="mr-page"
        style={{ margin: 0, padding: 0, backgroundColor: colors.page, fontFamily: FONT, WebkitTextSizeAdjust: "100%" }}
      >
        <Preheader text={preheader} />
        <Box
          align="center"
          className="mr-page"
          outer={{ backgroundColor: colors.page }}
          inner={{ padding: "24px 8px" }}
        >
          <Header look={look} />
          <Box
            isPage
            align={direction === "rtl" ? "right" : "left"}
            className="mr-card"
            outer={{
              backgroundColor: colors.card,
              border: `1px solid ${colors.line}`,
              borderRadius: 12,
              borderCollapse: "separate",
            }}
            inner={{ padding: "36px 40px 28px" }}
          >
            {children}
          </Box>
          <Footer look={look} isMarketing={isMarketing} why={why} />
        </Box>
      </body>
    </Html>
  )
}

/** Blank characters after it keep the inbox from filling the line up with the mail's first words. */
const FILLING = "\u00a0\u200c".repeat(60)

function Preheader({ text }: { text: string }) {
  return (
    <div
      data-plain="skip"
      style={{ display: "none", overflow: "hidden", lineHeight: "1px", opacity: 0, maxHeight: 0, maxWidth: 0 }}
    >
      {text || v("shop.name")}
      {FILLING}
    </div>
  )
}
