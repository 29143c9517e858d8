import { writeFile } from "node:fs/promises"
import path from "node:path"
import { MedusaError } from "@medusajs/framework/utils"
import { readArguments } from "../core/settings/script-arguments"
import { erasures } from "../runtime/erasures"
import { personalData } from "../runtime/personal-data"
import { refuseUnknown, scriptMailroom, wrongCall, type ScriptContext } from "./script-mailroom"

const USAGE = "npx medusa exec <path>/person.js export <address> <file.json> · or: erase <address> confirm=<address>"
const POLL_MS = 300

/** One person's data as a file, or the erasure of a person, from the command line. */
export default async function person(context: ScriptContext): Promise<void> {
  const mailroom = await scriptMailroom(context)
  const given = readArguments(context.args)
  refuseUnknown(given, ["confirm"], USAGE)
  const [what, address = "", file] = given.plain
  if (what !== "export" && what !== "erase") throw wrongCall("Say export or erase.", USAGE)
  const known = await mailroom.contacts.byEmail(mailroom.db, address)
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact with the address "${address}".`)
  if (what === "export") {
    if (!file) throw wrongCall("Name the file to write to.", USAGE)
    await writeFile(path.resolve(file), JSON.stringify(await personalData(mailroom, known.contactId), null, 2))
    return void mailroom.log.info(`Written to ${path.resolve(file)}.`)
  }
  await mailroom.erasures.erase(known.contactId, { confirm: given.named.confirm ?? "", by: null })
  const loop = erasures(mailroom)
  for (;;) {
    const turn = await loop.turn({ ignoreSchedule: true })
    const erasure = await mailroom.erasures.of(known.contactId)
    if (erasure?.state === "done")
      return void mailroom.log.info(
        `Erased: ${Object.entries(erasure.report)
          .map(([key, n]) => `${key} ${n}`)
          .join(", ")}`,
      )
    if (turn === "idle") await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
