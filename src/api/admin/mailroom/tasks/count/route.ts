import { answer } from "../../call"

export const GET = answer(({ mailroom, actor }) => mailroom.tasks.count(actor.userId))
