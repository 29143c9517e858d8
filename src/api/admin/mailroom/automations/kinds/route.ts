import { catalogue } from "../../../../../core/automations/catalogue"
import { answer } from "../../call"

/** What automations can be made of, with the JSON Schema of each kind's settings. */
export const GET = answer(async ({ mailroom }) => catalogue(mailroom.ownActions.list()))
