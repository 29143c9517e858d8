import type { ImportDetail, ImportKind } from "../../parts/api/imports"

type Upload = { file: File; kind: ImportKind; onProgress: (share: number) => void }

/**
 * Sends the file as it is, so that the server can read it as it comes. By XMLHttpRequest, because fetch does not tell how
 * far an upload has come. Rejects with the server's own sentence, or with null when the connection was cut.
 */
export function uploadFile({ file, kind, onProgress }: Upload): Promise<ImportDetail> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ kind, file_name: file.name })
    request.open("POST", `/admin/mailroom/imports/upload?${query.toString()}`)
    request.withCredentials = true
    request.responseType = "json"
    request.setRequestHeader("Content-Type", "text/csv")
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = request.response as { import?: ImportDetail; message?: string } | null
      if (request.status < 300 && answer?.import) resolve(answer.import)
      else reject(new Error(answer?.message ?? ""))
    }
    request.onerror = () => reject(new Error(""))
    request.send(file)
  })
}
