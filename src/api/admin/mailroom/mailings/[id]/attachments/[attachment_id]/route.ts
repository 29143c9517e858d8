import { attachmentFile } from "../../../../../../../runtime/attachment-file"
import { answer } from "../../../../call"

/** The file itself, to be saved: never shown inside the admin, whose rights it would have. */
export const GET = answer(async ({ mailroom, params, res }) => {
  const { name, content } = await attachmentFile(mailroom, params.id!, params.attachment_id!)
  res.setHeader("Content-Type", "application/octet-stream")
  res.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  res.send(content)
})

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.attachments.remove(params.id!, params.attachment_id!)
  return { id: params.attachment_id, deleted: true }
})
