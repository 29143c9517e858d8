import { previewReport } from "../../../../../../../runtime/automation-report-context"
import { answer } from "../../../../call"

export const GET = answer(({ mailroom, params }) => previewReport(mailroom, params.id!))
