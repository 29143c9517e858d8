import { answer } from "../../../call"

export const GET = answer(({ mailroom, params }) => mailroom.mailingDispatch.checklist(params.id!))
