/**
 * A browser's text field knows one line end only. What it gives back is put into the original so that everything before
 * and after the edit keeps its bytes; new lines end as the original's do.
 */
export function keepBytes(original: string, typed: string): string {
  const lines = original.match(LINE_END)
  if (!lines || lines.every((one) => one === "\n")) return typed
  const shown = [...charactersOf(original)]
  const limit = Math.min(shown.length, typed.length)
  let start = 0
  while (start < limit && shown[start]!.shown === typed[start]) start++
  let end = 0
  while (end < limit - start && shown.at(-1 - end)!.shown === typed.at(-1 - end)) end++
  const head = shown.slice(0, start)
  const tail = shown.slice(shown.length - end)
  const middle = typed.slice(start, typed.length - end).replace(/\n/g, lines[0])
  return beside(beside(bytesOf(head), middle), bytesOf(tail))
}

/** Line ends as a text field shows them: `\r\n` and `\r` alone are one `\n`. */
const LINE_END = /\r\n|\r|\n/g

type Character = { bytes: string; shown: string }

function* charactersOf(text: string): Generator<Character> {
  for (let at = 0; at < text.length; at++) {
    const one = text[at]!
    if (one !== "\r") yield { bytes: one, shown: one }
    else if (text[at + 1] === "\n") yield { bytes: text.slice(at, ++at + 1), shown: "\n" }
    else yield { bytes: one, shown: "\n" }
  }
}

/** A `\r` that ends one piece and a `\n` that begins the next would become one line end; they stay two. */
function beside(before: string, after: string): string {
  return before.endsWith("\r") && after.startsWith("\n") ? `${before}\n${after}` : before + after
}

function bytesOf(characters: Character[]): string {
  return characters.map(({ bytes }) => bytes).join("")
}
