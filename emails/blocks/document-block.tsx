import { Img } from "@react-email/img"
import { Link } from "@react-email/link"
import type { CSSProperties, ReactNode } from "react"
import type { PollWords } from "../../src/core/polls/poll-words"
import type { Block, BlockCondition, BlockOf, LeafBlock } from "../../src/core/templates/document"
import { readableOn, safeColor } from "../../src/core/templates/colors"
import { FACTS } from "../../src/core/templates/facts"
import { hasWords } from "../../src/core/templates/rich-content"
import { t, When } from "../liquid"
import { sidePadding, startOf, WIDTH, type Look } from "../theme"
import { ActionButton } from "./action-button"
import { Box } from "./box"
import { Coupon } from "./coupon"
import { SocialLinks } from "./footer"
import { Logo } from "./header"
import { OrderBlock } from "./order-block"
import { Parcels } from "./parcels"
import { Poll } from "./poll"
import { ProductGrid } from "./product-grid"
import { alignOf, RichLine, RichText } from "./rich-content"
import { Amount } from "./totals"
import { Divider, SmallTitle, Subtitle, Title } from "./words"

type BlockProps<B> = {
  look: Look
  block: B
  /** Makes an author's own HTML harmless; runs once, while compiling. */
  sanitise: (html: string) => string
  polls: ReadonlyMap<string, PollWords>
  isInColumn?: boolean
}

/** One block with its condition and background. What is not filled in yet is left out. */
export function DocumentBlock({ look, block, ...how }: BlockProps<Block>) {
  const shown = block.background ? tinted(look, block.background) : look
  const body = <Body look={shown} block={block} {...how} />
  const boxed = block.background ? (
    <Box
      className="mr-tint"
      align={startOf(look)}
      outer={{ margin: "0 0 20px", backgroundColor: block.background, borderRadius: 10, borderCollapse: "separate" }}
      inner={{ padding: "24px 24px 8px" }}
    >
      {body}
    </Box>
  ) : (
    body
  )
  return block.condition ? <Conditional condition={block.condition}>{boxed}</Conditional> : boxed
}

function Conditional({ condition: { fact, is }, children }: { condition: BlockCondition; children: ReactNode }) {
  return is ? (
    <When is={FACTS[fact].is}>{children}</When>
  ) : (
    <When is={FACTS[fact].is} otherwise={children}>
      {null}
    </When>
  )
}

/** Words that can be read on this colour. */
function tinted(look: Look, background: string): Look {
  const ink = readableOn(safeColor(background, "#ffffff"))
  return { ...look, colors: { ...look.colors, card: background, ink, faint: ink } }
}

function Body({ look, block, sanitise, polls, isInColumn }: BlockProps<Block>) {
  switch (block.type) {
    case "logo":
      return <Logo look={look} align={block.align} width={block.width} />
    case "heading":
      return <Words look={look} block={block} />
    case "text":
      return <RichText look={look} content={block.content} isSmall={block.size === "small"} />
    case "picture":
      return <Picture look={look} block={block} />
    case "button":
      return <LinkButton look={look} block={block} isInColumn={isInColumn} />
    case "products":
      return <ProductGrid look={look} block={block} />
    case "order":
      return <OrderBlock look={look} block={block} />
    case "amount":
      return <Sum look={look} block={block} />
    case "tracking":
      return <Parcels look={look} buttonLabel={block.buttonLabel} />
    case "coupon":
      return <Coupon look={look} block={block} />
    case "poll": {
      const poll = polls.get(block.pollId ?? "")
      return poll ? <Poll look={look} poll={poll} /> : null
    }
    case "divider":
      return <Divider look={look} />
    case "spacer":
      return <Spacer height={block.height} />
    case "social":
      return <SocialLinks look={look} align={block.align ?? undefined} />
    case "html":
      return <div dangerouslySetInnerHTML={{ __html: sanitise(block.html) }} />
    case "columns":
      return <Columns look={look} block={block} sanitise={sanitise} polls={polls} />
    case "footer":
      return null // stands below the card, whatever its place: mailing-page.tsx
  }
}

const HEADINGS = { 1: Title, 2: Subtitle, 3: SmallTitle }

function Words({ look, block }: { look: Look; block: BlockOf<"heading"> }) {
  const Heading = HEADINGS[block.level]
  if (!hasWords(block.content)) return null
  return (
    <Heading look={look} style={alignOf(block.content)}>
      <RichLine look={look} content={block.content} />
    </Heading>
  )
}

type LinkButtonProps = { look: Look; block: BlockOf<"button">; isInColumn?: boolean }

/** The narrowest column of three, in pixels. */
const COLUMN_ROOM = 150

function LinkButton({ look, block, isInColumn }: LinkButtonProps) {
  if (!block.label.trim() || !block.url.trim()) return null
  return (
    <ActionButton
      look={look}
      href={t(block.url)}
      label={t(block.label)}
      align={block.align}
      color={block.color}
      isWide={block.isWide}
      room={isInColumn ? COLUMN_ROOM : undefined}
      isUntracked={!block.isTracked}
      isAddressShown={block.isAddressShown}
    />
  )
}

const AMOUNTS = {
  payment: { path: "payment.amount", currency: "payment.currency" },
  refund: { path: "refund.amount", currency: "refund.currency" },
  order: { path: "order.total", currency: "order.currency" },
  cart: { path: "cart.itemTotal", currency: "cart.currency" },
} as const

function Sum({ look, block }: { look: Look; block: BlockOf<"amount"> }) {
  return <Amount look={look} {...AMOUNTS[block.of]} label={t(block.label || look.texts.common.total)} />
}

function Spacer({ height }: { height: number }) {
  return (
    <div data-plain="skip" style={{ height, lineHeight: `${height}px`, fontSize: 1 }}>
      {"\u00a0"}
    </div>
  )
}

function Picture({ look, block }: { look: Look; block: BlockOf<"picture"> }) {
  if (!block.url) return null
  const width = Math.round(((WIDTH - 80) * block.width) / 100)
  const side: CSSProperties =
    block.align === "center" ? { margin: "0 auto" } : block.align === "right" ? { margin: "0 0 0 auto" } : {}
  const picture = (
    <Img
      src={t(block.url)}
      alt={t(block.alt)}
      width={String(width)}
      style={{
        display: "block",
        width: block.width === 100 ? "100%" : `${block.width}%`,
        maxWidth: "100%",
        height: "auto",
        borderRadius: 8,
        color: look.colors.faint,
        fontSize: 14,
        ...side,
      }}
    />
  )
  return (
    <Box align={block.align ?? startOf(look)} outer={{ margin: "0 0 20px" }}>
      {block.link ? <Link href={t(block.link)}>{picture}</Link> : picture}
    </Box>
  )
}

/** Side by side, one below the other on a phone. */
function Columns({ look, block, ...how }: BlockProps<BlockOf<"columns">>) {
  const { columns } = block
  const widths = block.widths?.length === columns.length ? block.widths : columns.map(() => 1)
  const all = widths.reduce((sum, one) => sum + one, 0)
  return (
    <table width="100%" border={0} cellPadding={0} cellSpacing={0} role="presentation">
      <tbody>
        <tr>
          {columns.map((blocks: LeafBlock[], column) => (
            <td
              key={column}
              className="mr-half"
              width={`${Math.floor((100 * widths[column]!) / all)}%`}
              style={{ verticalAlign: "top", ...gapOf(look, column, columns.length) }}
            >
              {blocks.map((one) => (
                <DocumentBlock key={one.id} look={look} block={one} {...how} isInColumn />
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
