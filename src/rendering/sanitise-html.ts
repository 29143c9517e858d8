import sanitizeHtml from "sanitize-html"

const LENGTH = /^-?[\d.]+(px|em|rem|%|pt)?$/
const LENGTHS = /^(-?[\d.]+(px|em|rem|%|pt)?\s*){1,4}$|^auto$/
const COLOR = /^#[0-9a-f]{3,8}$|^rgba?\([\d\s.,%]+\)$|^[a-z]{3,20}$/i
const WORD = /^[a-z0-9 -]{1,60}$/i

const STYLES: Record<string, RegExp[]> = {
  color: [COLOR],
  "background-color": [COLOR],
  "text-align": [WORD],
  "vertical-align": [WORD],
  "font-size": [LENGTH],
  "font-weight": [WORD],
  "font-style": [WORD],
  "font-family": [/^[\w\s,'"-]{1,200}$/],
  "line-height": [LENGTH],
  "letter-spacing": [LENGTH],
  "text-decoration": [WORD],
  "text-transform": [WORD],
  margin: [LENGTHS],
  "margin-top": [LENGTH],
  "margin-bottom": [LENGTH],
  padding: [LENGTHS],
  "padding-top": [LENGTH],
  "padding-bottom": [LENGTH],
  "padding-left": [LENGTH],
  "padding-right": [LENGTH],
  width: [LENGTH],
  "max-width": [LENGTH],
  height: [LENGTH, WORD],
  display: [WORD],
  border: [/^[\w\s#.-]{1,60}$/],
  "border-radius": [LENGTHS],
}

const TAGS =
  "a b blockquote br center code div em font h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strike strong sub sup table tbody td tfoot th thead tr u ul".split(
    " ",
  )

/**
 * An author's HTML block without what a mail must not hold. Runs once, at compile time, on HTML whose Liquid has been
 * wrapped (`emails/liquid.tsx`), so that it passes through untouched.
 */
export function sanitiseHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      "*": ["style", "align", "valign", "width", "height", "bgcolor", "class", "dir", "lang"],
      a: ["href", "name", "title", "target", "data-no-track"],
      img: ["src", "alt", "title", "border"],
      table: ["cellpadding", "cellspacing", "border", "role"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan"],
      // A line of the plain text.
      tr: [{ name: "data-plain", values: ["row"] }],
      font: ["color", "face", "size"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel", "sms"],
    allowedSchemesByTag: { img: ["http", "https", "cid"] },
    allowProtocolRelative: false,
    allowedStyles: { "*": STYLES },
  })
}
