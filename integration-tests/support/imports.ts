import { Readable } from "node:stream"
import { importPlanSchema, type ImportKind, type ImportPlan } from "../../src/core/contacts/import-plan"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import type { Import } from "../../src/modules/mailroom/services/imports"

export const AGREEMENT = {
  basis: "express_doi",
  wording: "Yes, write to me about new products.",
  date: "2025-05-01",
  locale: "en",
  note: "Old newsletter tool",
} as const

/** Everything that is due of imports, without the loop. */
export async function drainImports({ imports }: Mailroom): Promise<void> {
  while (await imports.advance());
}

/** Uploads a file and checks it by what its columns seem to be, and this. */
export async function checkedImport(
  mailroom: Mailroom,
  file: string | Buffer,
  {
    kind = "contacts",
    fileName = "file.csv",
    ...plan
  }: Partial<ImportPlan> & { kind?: ImportKind; fileName?: string } = {},
): Promise<Import> {
  const bytes = typeof file === "string" ? Buffer.from(file) : file
  const { id, suggestion } = await mailroom.imports.upload(Readable.from(piecesOf(bytes)), {
    kind,
    fileName,
    by: "user_1",
  })
  const whole = { columns: suggestion.columns, status: suggestion.status, ...plan }
  await mailroom.imports.check(id, importPlanSchema.parse(whole))
  await drainImports(mailroom)
  return mailroom.imports.get(id)
}

export async function imported(
  mailroom: Mailroom,
  ...given: Parameters<typeof checkedImport> extends [Mailroom, ...infer Rest] ? Rest : never
): Promise<Import> {
  const { id } = await checkedImport(mailroom, ...given)
  await mailroom.imports.start(id)
  await drainImports(mailroom)
  return mailroom.imports.get(id)
}

/** As a network delivers it: pieces that end anywhere. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 777) yield bytes.subarray(from, from + 777)
}
