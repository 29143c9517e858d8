import { z } from "zod"
import { answer, parsed } from "../call"

export const GET = answer(({ mailroom }) => mailroom.settings.view())

export const POST = answer(({ mailroom, actor, body }) =>
  mailroom.settings.write(parsed(z.record(z.string(), z.unknown()), body), actor.userId),
)
