import {
  LiquidError,
  RenderError as LiquidRenderError,
  type Context,
  type Emitter,
  type Liquid,
  type Template,
} from "liquidjs"
import { RenderError } from "./render-error"

/** Characters one mail (or one captured variable) may have; Gmail shows 102 KB, the rest is patience. */
const MOST_CHARACTERS = 2_000_000

class BoundedEmitter implements Emitter {
  buffer = ""

  write(html: unknown): void {
    if (html === null || html === undefined) return
    this.buffer += typeof html === "string" ? html : String(html)
    if (this.buffer.length > MOST_CHARACTERS) throw new RenderError("size", `over ${MOST_CHARACTERS} characters`)
  }
}

/**
 * liquidjs counts time and memory but lets the output grow; and it starts a generator for each piece of plain text.
 * This renders the same pieces into a bounded buffer and copies plain text over at once.
 */
export function boundOutput(liquid: Liquid): void {
  liquid.renderer.renderTemplates = function* (templates: Template[], context: Context, emitter?: Emitter) {
    const out = emitter ?? new BoundedEmitter()
    context.renderLimit.check(performance.now())
    for (const template of templates) {
      const text = (template as { str?: unknown }).str
      if (typeof text === "string") {
        out.write(text)
        continue
      }
      try {
        const html: unknown = yield template.render(context, out)
        if (html) out.write(html)
      } catch (error) {
        throw LiquidError.is(error) ? error : new LiquidRenderError(error as Error, template)
      }
      if (context.breakCalled || context.continueCalled) break
    }
    return out.buffer
  } as never // liquidjs types the generator as IterableIterator<any>, its callers read nothing else
}
