import type { Emitter } from "liquidjs"
import { RenderError } from "./render-error"

/** Characters one mail (or one captured variable) may have; Gmail shows 102 KB, the rest is patience. */
const MOST_CHARACTERS = 2_000_000

/** Shorter ones are written faster than they are looked up. */
const SHORTEST_FIXED = 64

/** A piece of the output that stands in the template as it is, and where it begins (UTF-16 units). */
export type FixedText = { at: number; text: string }

/** liquidjs counts time and memory but lets the output grow. */
export class BoundedOutput implements Emitter {
  buffer = ""
  readonly fixed: FixedText[] = []

  write(html: unknown): void {
    if (html === null || html === undefined) return
    this.buffer += typeof html === "string" ? html : String(html)
    if (this.buffer.length > MOST_CHARACTERS) throw new RenderError("size", `over ${MOST_CHARACTERS} characters`)
  }

  writeFixed(text: string): void {
    if (text.length >= SHORTEST_FIXED) this.fixed.push({ at: this.buffer.length, text })
    this.write(text)
  }
}
