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

/** `{{ x }}` → `{{ x | filter }}`, the source otherwise as it was written. */
export function withFilter(output: string, filter: string): string {
  return output.replace(/\s*(-?\}\})$/, ` | ${filter} $1`)
}

/** The first name in an output: `{{ item.url | upcase }}` → "item". */
export function rootVariable(output: string): string | null {
  return /^\{\{-?\s*([A-Za-z_][\w-]*)/.exec(output)?.[1] ?? null
}
