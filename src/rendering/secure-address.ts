import { isWebUrl, safeUrl } from "../core/templates/safe-url"
import { coverLiquid, rootVariable, withFilter } from "./liquid-pieces"
import type { LinkTable } from "./link-table"

type Address = {
  element: string
  attribute: string
  /** As it stands in the source, entities and Liquid included. */
  value: string
  isUntracked: boolean
  links: LinkTable
  fail: (detail: string) => never
}

/** Our own links carry their token already and must work for ever: never rewritten. */
const OWN_LINKS = new Set(["unsubscribeUrl", "preferencesUrl", "viewUrl"])
const MOST_CHARACTERS = 2048
const EMBEDDED_PICTURE = /^data:image\/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i
const MOST_EMBEDDED = 68_000

/** The value as it shall stand in the compiled template. */
export function secureAddress(address: Address): string {
  const { covered, pieces } = coverLiquid(address.value)
  return pieces.length === 0 ? fixedAddress(address) : dynamicAddress(address, covered, pieces)
}

function fixedAddress({ element, attribute, value, isUntracked, links, fail }: Address): string {
  const target = decodeEntities(value).trim()
  const shown = target.slice(0, 80)
  if (isPicture(attribute) && EMBEDDED_PICTURE.test(target))
    return target.length > MOST_EMBEDDED ? fail("An embedded picture may have 50 kB; upload it instead.") : value
  if (
    safeUrl(target, isPicture(attribute) ? "picture" : "link") === null &&
    /^[^/?#]*:/.test(target.replace(/\s/g, ""))
  )
    fail(`"${shown}" is not an address that a mail may hold. Use https://, mailto: or tel:.`)
  if (target.length > MOST_CHARACTERS) fail(`The address "${shown}…" is longer than ${MOST_CHARACTERS} characters.`)
  if (/^https?:\/\/[^/?#]*@/i.test(target)) fail(`"${shown}" holds a user name or password: take it out.`)
  if (!isTrackable(element, attribute) || isUntracked || !isWebUrl(target)) return value
  return `{% mail_link ${links.indexOf(target)} %}`
}

function dynamicAddress(
  { element, attribute, value, isUntracked }: Address,
  covered: string,
  pieces: ReturnType<typeof coverLiquid>["pieces"],
): string {
  const root = pieces.length === 1 ? rootVariable(pieces[0]!.text) : null
  const isOwn = (root !== null && OWN_LINKS.has(root)) || pieces.some(({ text }) => /\|\s*poll_url\b/.test(text))
  const use = isPicture(attribute)
    ? "picture"
    : isTrackable(element, attribute) && !isUntracked && !isOwn
      ? "link"
      : "untracked"
  let inner = ""
  let literal = ""
  let at = 0
  for (const piece of pieces) {
    literal += decodeEntities(covered.slice(at, piece.start))
    inner += literalOf(value.slice(at, piece.start))
    inner += piece.kind === "tag" ? piece.text : withFilter(piece.text, filterAfter(literal.trim()))
    if (piece.kind === "output") literal += "x"
    at = piece.end
  }
  return `{% mail_url ${use} %}${inner}${literalOf(value.slice(at))}{% endmail_url %}`
}

/** Braces that were written as entities must not become Liquid behind the scan's back. */
function literalOf(written: string): string {
  return decodeEntities(written).replace(/[{}]/g, encodeURIComponent)
}

/** What a value becomes depends on what stands before it: the whole address, a part of the path, or of the query. */
function filterAfter(literal: string): string {
  if (literal === "") return "place_url_whole"
  if (/^(mailto|tel|sms):[^?]*$/i.test(literal)) return "place_url_mail"
  return /[?#]/.test(literal) ? "place_url_query" : "place_url_path"
}

function isTrackable(element: string, attribute: string): boolean {
  return attribute === "href" && (element === "a" || element === "area" || element.startsWith("v:"))
}

function isPicture(attribute: string): boolean {
  return attribute === "src" || attribute === "background" || attribute === "poster"
}

const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  colon: ":",
  tab: "",
  newline: "",
}

/** The references that appear in addresses; a scheme cannot hide behind them. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole
    const code = hex ? parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ""
  })
}
