import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { Shop } from "../../../core/shop/shop"
import { readPicture } from "../../../core/templates/picture-file"
import type { Database } from "../database"
import { archiveMedia, insertMedia, selectMedia, updateMediaAlt, type MediaRow } from "../sql/media"

export const MOST_PICTURE_BYTES = 5 * 1024 * 1024
const MOST_PIXELS = 6000

/** The picture library; the files themselves lie where the shop keeps its own. */
export class MediaService {
  constructor(
    private readonly db: Database,
    private readonly shop: () => Shop | undefined,
  ) {}

  /** Newest first; `next_cursor` is null on the last page. */
  async list({ q, cursor, limit }: { q?: string | null; cursor?: string | null; limit: number }) {
    const rows = await this.db.query<MediaRow>(selectMedia({ q: q || null, after: cursor ?? null, limit: limit + 1 }))
    const media = rows.slice(0, limit)
    return { media, next_cursor: rows.length > limit ? media.at(-1)!.id : null }
  }

  /**
   * By the shop's File Module. INVALID_DATA for what mails cannot show: the bytes decide, not the name; null stands for a
   * file so heavy that nobody kept it.
   */
  async add(file: { name: string; alt: string; bytes: Buffer | null; by: string | null }): Promise<MediaRow> {
    const { alt, by } = file
    const { bytes, mime, width, height } = checked(file.bytes)
    const name = safeName(file.name, mime)
    const shop = this.shop()
    if (!shop) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Pictures can be added only where the shop runs.")
    const { id: fileId, url } = await shop.keepFile({ name, mime, bytes })
    const id = `mmed_${randomBytes(12).toString("hex")}`
    const size = { width, height, bytes: bytes.length }
    const [row] = await this.db.query<MediaRow>(insertMedia({ id, fileId, url, name, mime, ...size, alt, by }))
    return row!
  }

  async describe(id: string, alt: string): Promise<MediaRow> {
    const [row] = await this.db.query<MediaRow>(updateMediaAlt(id, alt))
    if (!row) throw missing(id)
    return row
  }

  async remove(id: string): Promise<void> {
    if ((await this.db.query(archiveMedia(id))).length === 0) throw missing(id)
  }
}

function checked(bytes: Buffer | null) {
  if (bytes?.length === 0) throw invalid("The file is empty: send the picture's bytes as the body of the request.")
  if (!bytes || bytes.length > MOST_PICTURE_BYTES)
    throw invalid(
      `The picture has more than ${MOST_PICTURE_BYTES / 1024 / 1024} MB. Make it smaller: mails show 1,200 pixels at most.`,
    )
  const picture = readPicture(bytes)
  if (!picture) throw invalid("This is no PNG, JPEG, GIF or WebP picture. Mail programs show no others.")
  if (picture.width > MOST_PIXELS || picture.height > MOST_PIXELS)
    throw invalid(`The picture has ${picture.width} × ${picture.height} pixels; ${MOST_PIXELS} each way is the most.`)
  return { ...picture, bytes }
}

const EXTENSIONS = { "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp" } as const

/** Letters and digits of the given name, and the ending that the bytes deserve: it becomes a path on a web server. */
function safeName(name: string, mime: keyof typeof EXTENSIONS): string {
  const stem = name
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
  return `${stem || "picture"}.${EXTENSIONS[mime]}`
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const missing = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `There is no picture "${id}" in the library.`)
