import { Modules } from "@medusajs/framework/utils"

type Kept = { id: string; url: string }

/** The part of Medusa's File Module that Mailroom uses. */
type FileModule = {
  createFiles(file: { filename: string; mimeType: string; content: string; access: Access }): Promise<Kept>
  getAsBuffer(id: string): Promise<Buffer>
  deleteFiles(id: string): Promise<void>
}
type Access = "public" | "private"

/** Where the shop keeps its own files: a folder, S3, or what else its File Module is set up with. */
export function fileStore(container: { resolve(key: string): unknown }) {
  const files = container.resolve(Modules.FILE) as FileModule
  return {
    async keep({ name, mime, bytes }: { name: string; mime: string; bytes: Buffer }, access: Access): Promise<Kept> {
      const { id, url } = await files.createFiles({
        filename: name,
        mimeType: mime,
        content: bytes.toString("base64"),
        access,
      })
      return { id, url }
    },
    read: (id: string) => files.getAsBuffer(id),
    drop: (id: string) => files.deleteFiles(id),
  }
}
