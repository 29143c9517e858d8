import { Fragment } from "react"
import type { PollWords } from "../src/core/polls/poll-words"
import type { Block, BlockOf } from "../src/core/templates/document"
import { DocumentBlock } from "./blocks/document-block"
import { Footer } from "./blocks/footer"
import { HeaderLogo } from "./blocks/header"
import { Layout } from "./blocks/layout"
import { Paragraph } from "./blocks/words"
import { t } from "./liquid"
import { fontOf, type Look } from "./theme"

type DocumentPageProps = {
  look: Look
  preheader: string
  blocks: Block[]
  isMarketing: boolean
  isLetter: boolean
  /** Blocks in a language that is written the other way. */
  foreign: { direction: "ltr" | "rtl"; blocks: ReadonlySet<string> }
  sanitise: (html: string) => string
  polls: ReadonlyMap<string, PollWords>
}

/** Content of building blocks in the shop's look: a logo that comes first stands above the card, the footer below it. */
export function DocumentPage({ look, preheader, blocks, isMarketing, isLetter, foreign, ...how }: DocumentPageProps) {
  const [first] = blocks
  const logo = first?.type === "logo" ? first : null
  const footer = blocks.find((block): block is BlockOf<"footer"> => block.type === "footer")
  return (
    <Layout
      look={look}
      preheader={t(preheader)}
      header={logo ? <HeaderLogo look={look} align={logo.align} width={logo.width} /> : null}
      footer={
        <Footer
          look={look}
          isMarketing={isMarketing}
          isLetter={isLetter}
          why={footer?.reason.trim() || undefined}
          isSocialShown={isMarketing && (footer?.isSocialShown ?? true)}
        />
      }
    >
      {(logo ? blocks.slice(1) : blocks).map((block) =>
        foreign.blocks.has(block.id) ? (
          <div
            key={block.id}
            dir={foreign.direction}
            style={{ textAlign: foreign.direction === "rtl" ? "right" : "left" }}
          >
            <DocumentBlock look={{ ...look, direction: foreign.direction }} block={block} {...how} />
          </div>
        ) : (
          <DocumentBlock key={block.id} look={look} block={block} {...how} />
        ),
      )}
    </Layout>
  )
}

type LetterPageProps = { look: Look; text: string; isMarketing: boolean; isLetter: boolean }

/** Plain text wrapped as HTML: a letter, without logo, card and colours. */
export function LetterPage({ look, text, isMarketing, isLetter }: LetterPageProps) {
  return (
    <html lang={look.locale} dir={look.direction}>
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style={{ margin: 0, padding: 24, fontFamily: fontOf(look) }}>
        {paragraphsOf(text).map((lines, index) => (
          <Paragraph key={index} look={look} style={{ color: "inherit" }}>
            {lines.map((line, at) => (
              <Fragment key={at}>
                {at > 0 ? <br /> : null}
                {addressesOf(line).map((piece, n) =>
                  piece.isAddress ? (
                    <a key={n} href={t(piece.text)}>
                      {t(piece.text)}
                    </a>
                  ) : (
                    <Fragment key={n}>{t(piece.text)}</Fragment>
                  ),
                )}
              </Fragment>
            ))}
          </Paragraph>
        ))}
        <Footer look={look} isMarketing={isMarketing} isLetter={isLetter} isSocialShown={isMarketing} />
      </body>
    </html>
  )
}

/** What an author's own HTML is given when it has no way out of its own. */
export function FooterOnly({ look }: { look: Look }) {
  return <Footer look={look} isMarketing isSocialShown />
}

const WEB_ADDRESS = /https?:\/\/(?:\{\{[^{}]*\}\}|[^\s<>"'{}])+/gi

/** A text's web addresses become links, as mail programs make them by themselves: only so is a click on one seen. */
function addressesOf(line: string): { text: string; isAddress: boolean }[] {
  const pieces: { text: string; isAddress: boolean }[] = []
  let at = 0
  for (const match of line.matchAll(WEB_ADDRESS)) {
    // A full stop or bracket at its end is the sentence's.
    const address = match[0].replace(/[.,;:!?)\]]+$/, "")
    pieces.push({ text: line.slice(at, match.index), isAddress: false }, { text: address, isAddress: true })
    at = match.index + address.length
  }
  return [...pieces, { text: line.slice(at), isAddress: false }].filter(({ text }) => text !== "")
}

/** Blank lines part paragraphs; inside one every line stays a line. */
function paragraphsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => paragraph.trim().split("\n"))
}
