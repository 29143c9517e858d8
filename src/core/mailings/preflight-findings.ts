import { safeUrl } from "../templates/safe-url"
import { LOOKS_LIKE_SPAM } from "./spam-signs"

/** What a preflight finds in one person's mail, the worst first; points say how bad, for "the worst". */
export const PREFLIGHT_POINTS = {
  render_failed: 100,
  no_text: 30,
  dead_link: 20,
  missing_picture: 15,
  no_price: 10,
  blank_tag: 8,
  too_large: 5,
  spam: 5,
} as const
export type PreflightKey = keyof typeof PREFLIGHT_POINTS
export const PREFLIGHT_KEYS = Object.keys(PREFLIGHT_POINTS) as PreflightKey[]

/** `detail`: which tag, which address, how many bytes or points. `variant`: of an A/B test. */
export type PreflightFinding = { key: PreflightKey; detail: string; variant?: number }

/** Gmail shows no more of a mail than this. */
export const MOST_BYTES = 102 * 1024

export type CheckedMail = {
  html: string
  text: string
  /** Bytes of the HTML. */
  bytes: number
  /** Tags that stand in the mail, say nothing for this person and have no words to stand in for them. */
  blankTags: string[]
  /** Fixed targets that are no addresses; the same for everybody. */
  deadTargets: string[]
  /** Products that were chosen and have no price for this person, or lists that are empty. */
  unpriced: number
  spamPoints: number
}

export function preflightFindings(mail: CheckedMail): PreflightFinding[] {
  const found: PreflightFinding[] = []
  const report = (key: PreflightKey, detail: string | undefined) => {
    if (detail !== undefined) found.push({ key, detail: detail.slice(0, 120) })
  }
  report("no_text", mail.text.trim() === "" ? "" : undefined)
  report("dead_link", mail.deadTargets[0] ?? deadLink(mail.html))
  report("missing_picture", missingPicture(mail.html))
  report("no_price", mail.unpriced > 0 ? String(mail.unpriced) : undefined)
  report("blank_tag", mail.blankTags.length > 0 ? mail.blankTags.join(", ") : undefined)
  report("too_large", mail.bytes > MOST_BYTES ? String(Math.ceil(mail.bytes / 1024)) : undefined)
  report("spam", mail.spamPoints >= LOOKS_LIKE_SPAM ? String(mail.spamPoints) : undefined)
  return found
}

const HREF = /<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
const SOURCE = /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** What the link leads to, or a refused address as the render prints it: "#". Web addresses are the rule, hence first. */
function deadLink(html: string): string | undefined {
  for (const [, quoted, single] of html.matchAll(HREF)) {
    const target = quoted ?? single ?? ""
    if (isDeadLink(target)) return target
  }
  return undefined
}

export function isDeadLink(target: string): boolean {
  if (/^https?:\/\//i.test(target)) return !URL.canParse(target)
  return target.trim().replace(/^#$/, "") === "" || safeUrl(target) === null
}

function missingPicture(html: string): string | undefined {
  for (const [, quoted, single] of html.matchAll(SOURCE)) {
    const source = quoted ?? single ?? ""
    if (!/^(https?:\/\/[^/]|cid:|data:image\/)/i.test(source)) return source
  }
  return undefined
}
