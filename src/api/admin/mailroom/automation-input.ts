import { z } from "zod"
import { draftSchema } from "../../../core/automations/definition"

/** An automation as `GET …/export` gave it. */
export const portableSchema = z.object({
  name: z.string().max(500),
  draft: draftSchema,
  settings: z.record(z.string(), z.unknown()).default({}),
})

/** Only what is given changes; the settings' own schema checks it. */
export const settingsChangeSchema = z.record(z.string(), z.unknown())
