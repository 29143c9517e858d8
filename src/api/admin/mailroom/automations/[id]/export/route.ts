import { answer } from "../../../call"

/** What `POST /automations` takes as `from`, in this shop or another one. */
export const GET = answer(({ mailroom, params }) => mailroom.automationDrafts.export(params.id!))
