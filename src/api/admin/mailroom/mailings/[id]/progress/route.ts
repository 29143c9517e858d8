import { answer } from "../../../call"

export const GET = answer(({ mailroom, params }) => mailroom.mailingDispatch.progress(params.id!))
