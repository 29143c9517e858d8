import { parentPort } from "node:worker_threads"
import { RenderError } from "./render-error"
import { renderMessage, type RenderInput } from "./render-message"
import type { CompiledTemplate } from "../core/templates/contexts"

/** One render asked of the worker; only plain JSON goes in and out. */
export type RenderAsked = { id: number; template: CompiledTemplate & { versionId: null }; input: RenderInput }

// The thread that render-apart.ts starts; required by nobody.
parentPort?.on("message", ({ id, template, input }: RenderAsked) => {
  // From here on the time counts.
  parentPort!.postMessage({ id, hasBegun: true })
  try {
    parentPort!.postMessage({ id, rendered: renderMessage(template, input) })
  } catch (error) {
    const { failure, message } = RenderError.from(error)
    parentPort!.postMessage({ id, failure, message })
  }
})
