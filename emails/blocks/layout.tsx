import { Head } from "@react-email/head"
import { Html } from "@react-email/html"
import type { CSSProperties, ReactNode } from "react"
import { raw, v } from "../liquid"
import { fontOf, outlookFontOf, startOf, type Look } from "../theme"
import { Box } from "./box"
import { styleSheet } from "./dark-mode"

type LayoutProps = {
  look: Look
  /** Liquid of the line that inboxes show beside the subject. */
  preheader: string
  /** Above and below the card. */
  header: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** The page around every mail: preheader, logo, a card with the content, footer. */
export function Layout({ look, preheader, header, footer, children }: LayoutProps) {
  const { colors, direction, locale } = look
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style dangerouslySetInnerHTML={{ __html: styleSheet(colors) }} />
        {raw(forOutlook(look))}
      </Head>
      <body
        className="mr-page"
        style={{
          margin: 0,
          padding: 0,
          backgroundColor: colors.page,
          fontFamily: fontOf(look),
          WebkitTextSizeAdjust: "100%",
        }}
      >
        <Preheader text={preheader} />
        <Box
          align="center"
          className="mr-page"
          outer={{ backgroundColor: colors.page }}
          inner={{ padding: "24px 8px" }}
        >
          {header}
          <Box
            isPage
            align={startOf(look)}
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
          {footer}
        </Box>
      </body>
    </Html>
  )
}

/** Outlook on Windows: shapes as large as on other screens where Windows is set to more than 100 %, and the font. */
function forOutlook(look: Look): string {
  return (
    '<!--[if mso]><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office">' +
    "<o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>" +
    `<style>table,td,div,p,a,h1,h2,h3,li{font-family:${outlookFontOf(look)}}</style><![endif]-->`
  )
}

/** Blank characters after it keep the inbox from filling the line up with the mail's first words. */
const FILLING = "\u00a0\u200c".repeat(60)

/** `mso-hide` for Outlook on Windows, which shows tables inside what is not displayed. React's types do not know it. */
const HIDDEN = {
  display: "none",
  overflow: "hidden",
  lineHeight: "1px",
  opacity: 0,
  maxHeight: 0,
  maxWidth: 0,
  msoHide: "all",
} as CSSProperties

function Preheader({ text }: { text: string }) {
  return (
    <div data-plain="skip" style={HIDDEN}>
      {text || v("shop.name")}
      {FILLING}
    </div>
  )
}
