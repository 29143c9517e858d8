import { pipeline } from "node:stream/promises"
import { Readable } from "node:stream"
import { answer, parsed } from "../../../call"
import { recipientFilterSchema } from "../../../recipient-query"

export const GET = answer(async ({ mailroom, params, query, res }) => {
  const filter = parsed(recipientFilterSchema, query)
  const { source_id: sourceId } = await mailroom.reports.report(params.source_id!)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="recipients-${sourceId.replace(/[^\w-]/g, "_")}.csv"`)
  res.setHeader("Cache-Control", "no-store")
  // The mark by which spreadsheets know UTF-8.
  const lines = async function* () {
    yield "\ufeff"
    yield* mailroom.reports.recipientsCsv(sourceId, filter)
  }
  await pipeline(Readable.from(lines()), res)
})
