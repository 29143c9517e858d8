import { escapeHtml } from "../../src/core/templates/escape"
import { raw, unwrapLiquid } from "../liquid"
import { WIDTH } from "../theme"

/** Outlook's shape has a fixed width: more than this, and the words would have to wrap. */
const MOST_WIDTH = WIDTH - 80
const HEIGHT = 48
const PADDING = 26

type OutlookButton = {
  href: string
  label: string
  background: string
  color: string
  font: string
  isUntracked?: boolean
}

/**
 * The button of Outlook on Windows, whose Word engine knows neither `border-radius` nor padding of a link: a shape in VML
 * around the same words. Everybody else reads what stands between `before` and `after`. Null where the width of the
 * words cannot be known: they hold a variable, or do not fit on one line.
 */
export function outlookButton(button: OutlookButton): [before: string, after: string] | null {
  const { href, label, background, color, font, isUntracked } = button
  if (unwrapLiquid(label) !== label) return null
  const width = Math.ceil(widthOf(label)) + 2 * PADDING
  if (width > MOST_WIDTH) return null
  const shape =
    `<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word" ` +
    `href="${unwrapLiquid(escapeHtml(href))}"${isUntracked ? ' data-no-track=""' : ""} style="height:${HEIGHT}px;width:${width}px;v-text-anchor:middle" ` +
    `arcsize="17%" stroke="f" fillcolor="${background}"><w:anchorlock/>` +
    `<center style="color:${color};font-family:${escapeHtml(font)};font-size:16px;font-weight:bold">` +
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
