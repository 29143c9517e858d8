export type LiquidPiece = { start: number; end: number; text: string; kind: "output" | "tag" }

const PIECE = /\{\{[^]*?\}\}|\{%[^]*?%\}/g

/**
 * Finds `{{ … }}` and `{% … %}` and covers them, so that an HTML tokenizer sees plain characters. The covered text is
 * as long as the source: every position in the one is the position in the other.
 */
export function coverLiquid(source: string): { covered: string; pieces: LiquidPiece[] } {
  const pieces: LiquidPiece[] = []
  const covered = source.replace(PIECE, (text, start: number) => {
    pieces.push({ start, end: start + text.length, text, kind: text.startsWith("{{") ? "output" : "tag" })
    return "\uE000".repeat(text.length)
  })
  return { covered, pieces }
}

/** Those that lie wholly between two places; by halves, since a long page has thousands and is asked for each attribute. */
export function piecesBetween(pieces: LiquidPiece[], start: number, end: number): LiquidPiece[] {
  let low = 0
  for (let high = pieces.length; low < high;) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.start < start) low = middle + 1
    else high = middle
  }
  let after = low
  while (after < pieces.length && pieces[after]!.end <= end) after += 1
  return pieces.slice(low, after)
}

/** `{{ x }}` → `{{ x | filter }}`, the source otherwise as it was written. */
export function withFilter(output: string, filter: string): string {
  return output.replace(/\s*(-?\}\})$/, ` | ${filter} $1`)
}

/** The first name in an output: `{{ item.url | upcase }}` → "item". */
export function rootVariable(output: string): string | null {
  return /^\{\{-?\s*([A-Za-z_][\w-]*)/.exec(output)?.[1] ?? null
}
