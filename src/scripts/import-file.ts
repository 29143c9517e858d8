import { createReadStream } from "node:fs"
import path from "node:path"
import { importPlanSchema, type ImportKind } from "../core/contacts/import-plan"
import { readArguments, type ScriptArguments } from "../core/settings/script-arguments"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Import, ImportDetail } from "../modules/mailroom/services/imports"
import { importer } from "../runtime/imports"
import { refuseUnknown, scriptMailroom, wrongCall, type ScriptContext } from "./script-mailroom"

const USAGE =
  "npx medusa exec <path>/import-file.js <file.csv> [kind=contacts|suppressions] [status=subscribed|unsubscribed|bounced|complained|contact] " +
  "[basis=express_doi date=2025-05-01 wording=… locale=en note=…] [topics=id,id] [tags=a,b] [columns=email,first_name,-] [dates=day_first] " +
  "[overwrites=yes] [reason=… scope=…] [confirm=yes] · or: undo=<import id>"
const OPTIONS = [
  "kind",
  "status",
  "basis",
  "date",
  "wording",
  "locale",
  "note",
  "topics",
  "tags",
  "columns",
  "dates",
  "overwrites",
  "reason",
  "scope",
  "confirm",
  "undo",
]
const POLL_MS = 300

/** Imports a file from the command line: a dry run, and with confirm=yes the import. The same rules as in the admin. */
export default async function importFile(context: ScriptContext): Promise<void> {
  const mailroom = await scriptMailroom(context)
  const given = readArguments(context.args)
  refuseUnknown(given, OPTIONS, USAGE)
  if (given.named.undo) {
    await mailroom.imports.undo(given.named.undo)
    return tell(mailroom, "Taken back", (await finished(mailroom, given.named.undo)).undone)
  }
  const [file] = given.plain
  if (!file) throw wrongCall("Name a file.", USAGE)
  const kind = (given.named.kind ?? "contacts") as ImportKind
  if (!["contacts", "suppressions"].includes(kind)) throw wrongCall(`kind is "${kind}".`, USAGE)
  const uploaded = await mailroom.imports.upload(createReadStream(path.resolve(file)), {
    kind,
    fileName: path.basename(file),
    by: null,
  })
  await mailroom.imports.check(uploaded.id, planOf(given, uploaded))
  const checked = await finished(mailroom, uploaded.id)
  tell(mailroom, "Dry run", checked.checked)
  if (given.named.confirm !== "yes")
    return void mailroom.log.info(
      `Nothing was changed. Import it by confirm=yes, or look at it in the admin: /mailroom/imports/${uploaded.id}`,
    )
  await mailroom.imports.start(uploaded.id)
  tell(mailroom, "Imported", (await finished(mailroom, uploaded.id)).result)
  mailroom.log.info(`To take it back: undo=${uploaded.id}`)
}

function planOf({ named }: ScriptArguments, { suggestion }: ImportDetail) {
  const list = (text: string | undefined) =>
    text
      ?.split(",")
      .map((one) => one.trim())
      .filter(Boolean) ?? []
  const plan = importPlanSchema.safeParse({
    columns: named.columns
      ? named.columns.split(",").map((one) => (one.trim() === "-" ? null : one.trim()))
      : suggestion.columns,
    status: named.status ?? suggestion.status,
    agreement: named.basis
      ? {
          basis: named.basis,
          wording: named.wording ?? "",
          date: named.date ?? "",
          locale: named.locale ?? "en",
          note: named.note ?? "",
        }
      : null,
    topicIds: list(named.topics),
    tags: list(named.tags),
    overwrites: named.overwrites === "yes",
    dates: named.dates,
    reason: named.reason,
    scope: named.scope,
  })
  if (plan.success) return plan.data
  const { path: at, message } = plan.error.issues[0]!
  throw wrongCall(`${at.join(".")}: ${message}`, USAGE)
}

/** Works the import off here, chunk by chunk; where the shop's own worker is at it, waits for that. */
async function finished(mailroom: Mailroom, id: string): Promise<Import> {
  const loop = importer(mailroom)
  for (;;) {
    const turn = await loop.turn({ ignoreSchedule: true })
    const row = await mailroom.imports.get(id)
    if (!["checking", "running", "undoing"].includes(row.state)) return row
    if (turn === "idle") await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

function tell({ log }: Mailroom, what: string, counts: Record<string, number>): void {
  const shown = Object.entries(counts).filter(([, n]) => n > 0)
  log.info(`${what}: ${shown.map(([key, n]) => `${key} ${n}`).join(", ")}`)
}
