import { escapeHtml } from "../../src/core/templates/escape"
import { raw, unwrapLiquid } from "../liquid"
import { WIDTH } from "../theme"

/** Where the letter itself has its words. */
const WHOLE_WIDTH = WIDTH - 80
/** As the link beside it, in pixels. */
const SIZES = {
  normal: { height: 48, padding: 26, fontSize: 16 },
  small: { height: 38, padding: 16, fontSize: 14 },
}

type OutlookButton = {
  href: string
  label: string
  background: string
  color: string
  font: string
  isUntracked?: boolean
  isSmall?: boolean
  /** As wide as there is room. */
  isWide?: boolean
  /** Pixels that the shape may take at most: its width is fixed, and in a column it would push the others aside. */
  room?: number
}

/**
 * The button of Outlook on Windows, whose Word engine knows neither `border-radius` nor padding of a link: a shape in VML
 * around the same words. Everybody else reads what stands between `before` and `after`. Null where the width of the
 * words cannot be known: they hold a variable, or do not fit on one line of the room that there is.
 */
export function outlookButton(button: OutlookButton): [before: string, after: string] | null {
  const { href, label, background, color, font, isUntracked, isSmall, isWide, room = WHOLE_WIDTH } = button
  if (unwrapLiquid(label) !== label) return null
  const { height, padding, fontSize } = isSmall ? SIZES.small : SIZES.normal
  const needed = Math.ceil((widthOf(label) * fontSize) / 16) + 2 * padding
  if (needed > room) return null
  const width = isWide ? room : needed
  const shape =
    `<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word" ` +
    `href="${unwrapLiquid(escapeHtml(href))}"${isUntracked ? ' data-no-track=""' : ""} style="height:${height}px;width:${width}px;v-text-anchor:middle" ` +
    `arcsize="17%" stroke="f" fillcolor="${background}"><w:anchorlock/>` +
    `<center style="color:${color};font-family:${escapeHtml(font)};font-size:${fontSize}px;font-weight:bold">` +
    `${escapeHtml(label)}</center></v:roundrect>`
  return [raw(`<!--[if mso]>${shape}<![endif]--><!--[if !mso]><!-->`), raw("<!--<![endif]-->")]
}

/** In pixels of Arial bold at 16, a little too wide rather than too narrow. */
function widthOf(label: string): number {
  return [...label].reduce((sum, char) => sum + advanceOf(char), 0)
}

function advanceOf(char: string): number {
  if (/[ilI.,:;'’!|]/.test(char)) return 5.5
  if (/[fjrt ()-]/.test(char)) return 6.5
  if (/[mwMWOQ@%]/.test(char)) return 15
  if (/[A-Z\u00c0-\u00de]/.test(char)) return 12.5
  // Kana, Hangul, ideographs and pictographs are as wide as they are high.
  return char > "\u2e80" ? 17 : 10
}
