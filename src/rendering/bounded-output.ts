import type { Emitter } from "liquidjs"
import { RenderError } from "./render-error"

/** Characters one mail (or one captured variable) may have; Gmail shows 102 KB, the rest is patience. */
const MOST_CHARACTERS = 2_000_000

/** liquidjs counts time and memory but lets the output grow. */
export class BoundedOutput implements Emitter {
  buffer = ""

  write(html: unknown): void {
    if (html === null || html === undefined) return
    this.buffer += typeof html === "string" ? html : String(html)
    if (this.buffer.length > MOST_CHARACTERS) throw new RenderError("size", `over ${MOST_CHARACTERS} characters`)
  }
}
