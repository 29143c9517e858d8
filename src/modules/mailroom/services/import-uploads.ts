import type { Readable } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"
import { parse } from "csv-parse"
import { CsvDecoder } from "../../../core/contacts/csv-decoder"
import { columnsOf, separatorOf } from "../../../core/contacts/csv-shape"
import type { Database } from "../database"
import { insertImportRows } from "../sql/import-rows"
import { finishUpload } from "../sql/imports"

const MOST_ROWS = 1_000_000
const MOST_BYTES = 500 * 1024 * 1024
const STAGED_AT_ONCE = 1_000

/** A file into the staging table as it comes, row by row; memory holds a thousand of them. */
export class ImportUploadService {
  constructor(private readonly db: Database) {}

  /** A broken line (too long a quote), too many rows or bytes are INVALID_DATA with the place. */
  async stage(id: string, file: Readable): Promise<void> {
    const decoder = new CsvDecoder()
    const shape = await shapeOf(decodedLines(file, decoder))
    const parser = parse({
      delimiter: shape.separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 256 * 1024,
    })
    const fed = feed(parser, shape.text)
    let columns: { columns: string[]; hasHeader: boolean } | null = null
    let staged: string[][] = []
    let rows = 0
    const flush = async () => {
      if (staged.length > 0) await this.db.query(insertImportRows(id, rows - staged.length + 1, staged))
      staged = []
    }
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        if (!columns) {
          columns = columnsOf(cells)
          if (columns.hasHeader) continue
        }
        if (++rows > MOST_ROWS) throw invalid(`The file has more than ${MOST_ROWS} rows. Cut it into several files.`)
        if (staged.push(cells) === STAGED_AT_ONCE) await flush()
      }
      await fed
    } catch (error) {
      parser.destroy()
      throw readable(error)
    }
    await flush()
    if (!columns || rows === 0)
      throw invalid("The file has no rows. It needs a line of names and at least one line below.")
    await this.db.query(
      finishUpload({
        id,
        encoding: decoder.encoding,
        separator: shape.separator,
        columns: columns.columns,
        firstRow: columns.hasHeader ? 2 : 1,
        rows,
      }),
    )
  }
}

/** Text as it comes, and never more bytes than a file may have. */
async function* decodedLines(file: Readable, decoder: CsvDecoder): AsyncGenerator<string> {
  let size = 0
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES)
      throw invalid(`The file is larger than ${MOST_BYTES / 1024 / 1024} MB. Cut it into several files.`)
    yield decoder.write(chunk)
  }
  yield decoder.end()
}

/** Looks at the first kilobytes for the separator, and gives the whole text on. */
async function shapeOf(text: AsyncGenerator<string>): Promise<{ separator: string; text: AsyncGenerator<string> }> {
  let beginning = ""
  while (beginning.length < 65_536) {
    const { value, done } = await text.next()
    if (done) break
    beginning += value
  }
  const whole = async function* () {
    yield beginning.replace(/^\ufeff/, "")
    yield* text
  }
  return { separator: separatorOf(beginning.replace(/^\ufeff/, "")), text: whole() }
}

async function feed(parser: ReturnType<typeof parse>, text: AsyncGenerator<string>): Promise<void> {
  try {
    for await (const piece of text) {
      if (parser.destroyed) return
      if (!parser.write(piece)) await drained(parser)
    }
    parser.end()
  } catch (error) {
    parser.destroy(error as Error)
  }
}

/** Until it takes more, or will never again. */
function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off("drain", done).off("close", done)
      resolve()
    }
    parser.on("drain", done).on("close", done)
  })
}

function readable(error: unknown): Error {
  const { code, lines } = error as { code?: string; lines?: number }
  if (code === "CSV_MAX_RECORD_SIZE")
    return invalid(
      `Line ${lines ?? "?"}: a quotation mark is opened and never closed. Correct the file there and upload it again.`,
    )
  if (code?.startsWith("CSV_")) return invalid(`The file is not readable as CSV: ${(error as Error).message}`)
  return error as Error
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
