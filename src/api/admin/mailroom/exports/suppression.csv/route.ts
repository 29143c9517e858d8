import { answer } from "../../call"
import { csvAnswer } from "../../csv-answer"

export const GET = answer(({ mailroom, res }) => csvAnswer(res, "suppression.csv", mailroom.exports.suppressions()))
