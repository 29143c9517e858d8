import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { ownActionProblem, type OwnAction } from "../../../core/automations/own-actions"

/** Actions that the shop's own code has registered, in this process: every worker runs the same code. */
export class OwnActionService {
  private readonly known = new Map<string, OwnAction>()

  constructor(configured: OwnAction[] = []) {
    for (const action of configured) this.register(action)
  }

  /** Registered again it is replaced: code may be loaded twice. INVALID_DATA names what is wrong with it. */
  register<Schema extends z.ZodType>(action: OwnAction<Schema>): void {
    const problem = ownActionProblem(action)
    if (problem) throw new MedusaError(MedusaError.Types.INVALID_DATA, `registerAction: ${problem}.`)
    this.known.set(action.id, action as unknown as OwnAction)
  }

  find(id: string): OwnAction | null {
    return this.known.get(id) ?? null
  }

  /** With the JSON Schema of their settings, as the editor's forms need it. */
  list(): { id: string; label: string; schema: unknown }[] {
    return [...this.known.values()].map(({ id, label, settings }) => ({
      id,
      label,
      schema: z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }),
    }))
  }
}
