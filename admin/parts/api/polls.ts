import type { PollInput } from "../../../src/core/polls/poll"
import type { PollPersonRow } from "../../../src/modules/mailroom/services/poll-answers"
import type { PollReport, PollRow, PollUse } from "../../../src/modules/mailroom/services/polls"
import type { PollResult } from "../../../src/core/polls/poll-result"
import type { Json } from "./json"

export type { PollInput, PollResult, PollUse }
export type Poll = Json<PollRow>
/** As `polls/:id` answers it. */
export type PollWithResult = Poll & { result: PollReport }
export type PollPerson = Json<PollPersonRow>
