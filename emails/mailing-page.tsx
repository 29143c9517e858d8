import { Fragment } from "react"
import type { BlockV1 as Block } from "../src/core/templates/document-v1"
import { DocumentBlock } from "./blocks/document-block"
import { Footer } from "./blocks/footer"
import { Layout } from "./blocks/layout"
import { Paragraph } from "./blocks/words"
import { t } from "./liquid"
import { FONT, type Look } from "./theme"

/** A newsletter of building blocks, in the shop's look. */
export function MailingPage({
  look,
  preheader,
  blocks,
  sanitise,
}: {
  look: Look
  preheader: string
  blocks: Block[]
  sanitise: (html: string) => string
}) {
  return (
    <Layout look={look} isMarketing preheader={t(preheader)}>
      {blocks.map((block, index) => (
        <DocumentBlock key={index} look={look} block={block} sanitise={sanitise} />
      ))}
    </Layout>
  )
}

/** Plain text wrapped as HTML: a letter, without logo, card and colours. */
export function LetterPage({ look, text }: { look: Look; text: string }) {
  return (
    <html lang={look.locale} dir={look.direction}>
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style={{ margin: 0, padding: 24, fontFamily: FONT }}>
        {paragraphsOf(text).map((lines, index) => (
          <Paragraph key={index} look={look} style={{ color: "inherit" }}>
            {lines.map((line, at) => (
              <Fragment key={at}>
                {at > 0 ? <br /> : null}
                {t(line)}
              </Fragment>
            ))}
          </Paragraph>
        ))}
        <Footer look={look} isMarketing />
      </body>
    </html>
  )
}

/** What an author's own HTML is given when it has no way out of its own. */
export function FooterOnly({ look }: { look: Look }) {
  return <Footer look={look} isMarketing />
}

/** Blank lines part paragraphs; inside one every line stays a line. */
function paragraphsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => paragraph.trim().split("\n"))
}
