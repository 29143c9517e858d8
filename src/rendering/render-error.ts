export type RenderFailure = "time" | "memory" | "size" | "template"

const SENTENCES: Record<Exclude<RenderFailure, "template">, string> = {
  time: "The template took too long to render. It probably loops without an end.",
  memory: "The template needs more memory than one mail may have.",
  size: "The rendered mail is larger than one mail may be.",
}

/**
 * A mail that could not be made from its template. It is the template's (or its data's) fault: trying again changes
 * nothing, the message ends as `render_failed`.
 */
export class RenderError extends Error {
  override readonly name = "RenderError"

  constructor(
    readonly failure: RenderFailure,
    detail: string,
  ) {
    super(failure === "template" ? detail : `${SENTENCES[failure]} (${detail})`)
  }

  /** As another thread said it, its sentence included. */
  static retold(failure: RenderFailure, message: string): RenderError {
    const error = new RenderError("template", message)
    return Object.assign(error, { failure })
  }

  static from(error: unknown): RenderError {
    if (error instanceof RenderError) return error
    const { message = String(error), originalError } = error as { message?: string; originalError?: unknown }
    if (originalError instanceof RenderError) return originalError
    if (/template render limit exceeded/.test(message)) return new RenderError("time", message)
    if (/memory alloc limit exceeded|Invalid string length|Invalid array length/.test(message))
      return new RenderError("memory", message)
    return new RenderError("template", message)
  }
}
