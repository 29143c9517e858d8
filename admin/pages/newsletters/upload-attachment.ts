import type { Attachment } from "../../parts/api/composer"

/** The file itself is the body, as bytes whatever its kind. Throws with the server's sentence. */
export async function uploadAttachment(mailingId: string, file: File): Promise<Attachment> {
  const query = new URLSearchParams({ name: file.name })
  const answer = await fetch(`/admin/mailroom/mailings/${mailingId}/attachments?${query.toString()}`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  })
  const body = (await answer.json().catch(() => ({}))) as { attachment?: Attachment; message?: string }
  if (!answer.ok || !body.attachment) throw new Error(body.message ?? answer.statusText)
  return body.attachment
}
