import { createWriteStream } from "node:fs"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { EVERYBODY, type ContactFilter } from "../core/reports/contact-filter"
import { EMAIL_STATES, type EmailState } from "../core/reports/email-state"
import { readArguments, type ScriptArguments } from "../core/settings/script-arguments"
import { refuseUnknown, scriptMailroom, wrongCall, type ScriptContext } from "./script-mailroom"

const USAGE =
  "npx medusa exec <path>/export-csv.js contacts|suppression|consent <file.csv> [q=…] [state=…] [topic=id] [tag=…] [country=DE]"
const OPTIONS = ["q", "state", "topic", "tag", "country"]

/** Writes contacts (filtered as in the list), suppressions or the consent log to a file, in bounded memory. */
export default async function exportCsv(context: ScriptContext): Promise<void> {
  const mailroom = await scriptMailroom(context)
  const given = readArguments(context.args)
  refuseUnknown(given, OPTIONS, USAGE)
  const [what, file] = given.plain
  if (!file) throw wrongCall("Say what to export, and to which file.", USAGE)
  const lines = {
    contacts: () => mailroom.exports.contacts(filterOf(given)),
    suppression: () => mailroom.exports.suppressions(),
    consent: () => mailroom.exports.consent(),
  }[what as "contacts" | "suppression" | "consent"]
  if (!lines) throw wrongCall(`There is nothing called "${what}" to export.`, USAGE)
  await pipeline(Readable.from(lines()), createWriteStream(path.resolve(file)))
  mailroom.log.info(`Written to ${path.resolve(file)}.`)
}

function filterOf({ named }: ScriptArguments): ContactFilter {
  const state = named.state as EmailState | undefined
  if (state && !EMAIL_STATES.includes(state))
    throw wrongCall(`state is "${state}". States: ${EMAIL_STATES.join(", ")}.`, USAGE)
  return {
    ...EVERYBODY,
    q: named.q ?? null,
    state: state ?? null,
    topicId: named.topic ?? null,
    tag: named.tag ?? null,
    country: named.country?.toUpperCase() ?? null,
  }
}
