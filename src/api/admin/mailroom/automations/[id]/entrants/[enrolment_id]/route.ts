import { answer } from "../../../../call"

export const GET = answer(({ mailroom, params }) => mailroom.automationEntrants.path(params.id!, params.enrolment_id!))
