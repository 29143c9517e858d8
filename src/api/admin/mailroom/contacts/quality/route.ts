import { answer } from "../../call"

export const GET = answer(({ mailroom }) => mailroom.contactQuality.overview())
