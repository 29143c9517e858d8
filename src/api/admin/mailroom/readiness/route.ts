import { answer } from "../call"

export const GET = answer(({ mailroom }) => mailroom.readiness.state())
