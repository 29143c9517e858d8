import { answer } from "../../../call"

export const GET = answer(({ mailroom, params }) => mailroom.mailings.checklist(params.id!))
