import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaResponse } from "@medusajs/framework/http"

/** Streams lines as a download; the mark in front is how spreadsheets know UTF-8. */
export async function csvAnswer(res: MedusaResponse, fileName: string, lines: AsyncGenerator<string>): Promise<void> {
  res.setHeader("Content-Type", "text/csv; charset=utf-8; header=present")
  res.setHeader("Content-Disposition", `attachment; filename="${fileName.replace(/[^\w.-]/g, "_")}"`)
  res.setHeader("Cache-Control", "no-store")
  const marked = async function* () {
    yield "\ufeff"
    yield* lines
  }
  await pipeline(Readable.from(marked()), res)
}
