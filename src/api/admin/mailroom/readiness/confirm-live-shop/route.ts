import { answer } from "../../call"

export const POST = answer(({ mailroom, actor }) => mailroom.readiness.confirmLiveShop(actor.userId))
