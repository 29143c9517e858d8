import { answer } from "../../../call"

export const GET = answer(({ mailroom, params }) => mailroom.mailings.audience(params.id!))
