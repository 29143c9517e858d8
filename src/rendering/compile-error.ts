/** Content that cannot become a mail; the sentence names the place, for the person who writes it. */
export class CompileError extends Error {
  override readonly name = "CompileError"

  constructor(
    detail: string,
    /** Line of the source, from 1; null where there is none. */
    readonly line: number | null = null,
  ) {
    super(line === null ? detail : `Line ${line}: ${detail}`)
  }
}
