import type { Media } from "../../parts/api/content"

export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"]
export const PICTURE_LIMIT = 5 * 1024 * 1024

/** The file itself is the body: no form, no base64. Throws with the server's sentence. */
export async function uploadPicture(file: File, alt: string): Promise<Media> {
  const query = new URLSearchParams({ name: file.name, alt })
  const answer = await fetch(`/admin/mailroom/media?${query.toString()}`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": file.type },
    body: file,
  })
  const body = (await answer.json().catch(() => ({}))) as { media?: Media; message?: string }
  if (!answer.ok || !body.media) throw new Error(body.message ?? answer.statusText)
  return body.media
}
