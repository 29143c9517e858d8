/** `<p class=MsoListParagraph…>`: Word has no lists in its HTML, only paragraphs that look like entries. */
const WORD_ENTRY = /<p\b[^>]*(?:MsoListParagraph|mso-list\s*:)[^>]*>([\s\S]*?)<\/p>/gi
const WORD_BULLET =
  /<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>|<span[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>\s*/gi
const ORDERED = /^\s*(?:<[^>]*>|&nbsp;|\s)*[(]?(?:\d{1,3}|[a-z]{1,3})[.)]/i

/**
 * Pasted HTML without what word processors add: comments, styles, namespaces, page colours and fonts. What stays is
 * words, bold, italic, links and lists; Word's paragraphs that only look like list entries become real ones.
 */
export function cleanPaste(html: string): string {
  return withoutClutter(withLists(withoutComments(bodyOf(html))))
}

/** The clipboard says which part was marked; around it stands the whole page's head. */
function bodyOf(html: string): string {
  const marked = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/i.exec(html)
  return marked ? marked[1]! : html.replace(/^[\s\S]*?<body[^>]*>/i, "").replace(/<\/body>[\s\S]*$/i, "")
}

/** Word hides its bullets from other programs in comments of the first form, and shows them in the second. */
function withoutComments(html: string): string {
  return html
    .replace(/<!--\[if !supportLists\]-->/gi, "<![if !supportLists]>")
    .replace(/<!--\[endif\]-->/gi, "<![endif]>")
    .replace(/<!--[\s\S]*?-->/g, "")
}

function withLists(html: string): string {
  const entry = new RegExp(`(?:${WORD_ENTRY.source}\\s*)+`, "gi")
  return html.replace(entry, (run) => {
    const entries = [...run.matchAll(WORD_ENTRY)].map((found) => found[1]!)
    const tag = ORDERED.test(bulletOf(entries[0]!)) ? "ol" : "ul"
    return `<${tag}>${entries.map((one) => `<li><p>${withoutBullet(one)}</p></li>`).join("")}</${tag}>`
  })
}

function bulletOf(entry: string): string {
  const found = new RegExp(WORD_BULLET.source, "i").exec(entry)
  return (found?.[1] ?? found?.[2] ?? "").replace(/<[^>]*>/g, "")
}

function withoutBullet(entry: string): string {
  return entry.replace(WORD_BULLET, "").replace(/^(?:\s|&nbsp;)+/, "")
}

function withoutClutter(html: string): string {
  return html
    .replace(/<!\[[\s\S]*?\]>/g, "")
    .replace(/<(style|script|xml|head|title|meta|link)\b[\s\S]*?(?:<\/\1>|>)/gi, "")
    .replace(/<\/?[a-z]+:[^>]*>/gi, "")
    .replace(/<(p|div)\b[^>]*>(?:\s|&nbsp;|<br\s*\/?>)*<\/\1>/gi, "")
    .replace(
      /\s(?:class|id|lang|align|dir|name|face|size|color|bgcolor|width|height)=(?:"[^"]*"|'[^']*'|[^\s>]+)/gi,
      "",
    )
    .replace(/\sstyle=("[^"]*"|'[^']*')/gi, (_, style: string) => keptStyle(style))
}

/** Google Docs says bold, italic and "not bold after all" in styles. */
function keptStyle(quoted: string): string {
  const kept = quoted
    .slice(1, -1)
    .match(/font-(?:weight\s*:\s*(?:bold|normal|[1-9]00)|style\s*:\s*(?:italic|normal))/gi)
  return kept ? ` style="${kept.join(";")}"` : ""
}
