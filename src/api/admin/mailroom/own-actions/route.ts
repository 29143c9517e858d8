import { answer } from "../call"

export const GET = answer(async ({ mailroom }) => ({ own_actions: mailroom.ownActions.list() }))
