import { answer } from "../../../call"
import { csvAnswer } from "../../../csv-answer"

export const GET = answer(async ({ mailroom, params, res }) => {
  const { id, file_name: name } = await mailroom.imports.get(params.id!)
  await csvAnswer(res, `problems-${name}`, mailroom.imports.problemsCsv(id))
})
