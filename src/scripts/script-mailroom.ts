import { MedusaError } from "@medusajs/framework/utils"
import { unknownArgument, type ScriptArguments } from "../core/settings/script-arguments"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { MailroomService } from "../modules/mailroom/service"

/** What `medusa exec` hands to a script. */
export type ScriptContext = { container: { resolve(name: string): unknown }; args: string[] }

/** Mailroom with its pool open; in a script nobody else opens it. */
export async function scriptMailroom({ container }: ScriptContext): Promise<Mailroom> {
  const service = container.resolve("mailroom") as MailroomService
  await service.connect()
  return service.mailroom
}

/** INVALID_DATA that shows how the script is called. */
export function wrongCall(sentence: string, usage: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${sentence}\nUsage: ${usage}`)
}

export function refuseUnknown(given: ScriptArguments, known: readonly string[], usage: string): void {
  const unknown = unknownArgument(given, known)
  if (unknown) throw wrongCall(`There is no option "${unknown}". Options: ${known.join(", ")}.`, usage)
}
