import { createHash, randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { attachmentName, checkAttachment, MOST_ATTACHED_BYTES } from "../../../core/mailings/attachment"
import type { Shop } from "../../../core/shop/shop"
import type { Attached } from "../../../core/templates/envelope"
import type { Database } from "../database"
import {
  copyAttachments,
  deleteAttachment,
  insertAttachment,
  lockDraft,
  selectAttachments,
  selectFileIsUsed,
  type AttachmentRow,
} from "../sql/attachments"

/** As the admin API answers it. */
export type Attachment = Pick<AttachmentRow, "id" | "name" | "mime" | "bytes" | "created_at">

/** Files that go with every mail of a mailing; they lie where the shop keeps its own, not public (F29). */
export class AttachmentService {
  constructor(
    private readonly db: Database,
    private readonly shop: () => Shop | undefined,
  ) {}

  async list(mailingId: string): Promise<Attachment[]> {
    return (await this.rows(mailingId)).map(shown)
  }

  /** As a version keeps them. */
  async attached(mailingId: string): Promise<Attached[]> {
    return (await this.rows(mailingId)).map(({ id, file_id, name, mime, bytes, digest }) => ({
      id,
      fileId: file_id,
      name,
      mime,
      bytes,
      digest: digest.toString("hex"),
    }))
  }

  /** INVALID_DATA names the file, its size and what a mail takes; `bytes` null stands for one so large that nobody kept it. */
  async add(
    mailingId: string,
    file: { name: string; bytes: Buffer | null; length: number; by: string | null },
  ): Promise<Attachment> {
    const { bytes, length } = file
    const before = await this.rows(mailingId)
    const start = bytes?.subarray(0, 8).toString("hex") ?? ""
    const checked = checkAttachment({ name: file.name, bytes: length, start }, before)
    if (!checked.ok) throw invalid(checked.sentence)
    if (!bytes) throw invalid(`"${attachmentName(file.name)}" did not arrive whole. Try again.`)
    const { name, mime } = checked
    const { id: fileId } = await this.shopOrRefused().keepPrivateFile({ name: fileName(name), mime, bytes })
    const digest = createHash("sha256").update(bytes).digest()
    const id = `matt_${randomBytes(12).toString("hex")}`
    const row = await this.keep(mailingId, { id, file_id: fileId, name, mime, bytes: length, digest }, file.by)
    return shown(row)
  }

  /** The file goes, too, unless a copy of the mailing has it or a mail went out with it. */
  async remove(mailingId: string, id: string): Promise<void> {
    const [gone] = await this.db.transaction(async (tx) => {
      await this.lock(tx, mailingId)
      return tx.query<{ file_id: string }>(deleteAttachment(mailingId, id))
    })
    if (!gone) throw missing(id)
    await this.dropUnused(gone.file_id)
  }

  /** A new draft with the same content has the same files. */
  async copy(fromMailing: string, toMailing: string): Promise<void> {
    const ids = (await this.rows(fromMailing)).map(() => `matt_${randomBytes(12).toString("hex")}`)
    if (ids.length > 0) await this.db.query(copyAttachments(fromMailing, toMailing, ids))
  }

  private async keep(mailingId: string, file: Omit<AttachmentRow, "created_at">, by: string | null) {
    try {
      return await this.db.transaction(async (tx) => {
        await this.lock(tx, mailingId)
        const before = await tx.query<AttachmentRow>(selectAttachments(mailingId))
        const sum = before.reduce((all, one) => all + one.bytes, file.bytes)
        if (sum > MOST_ATTACHED_BYTES) throw invalid(`"${file.name}" does not fit beside what was attached meanwhile.`)
        const [row] = await tx.query<AttachmentRow>(insertAttachment(mailingId, file, by))
        return row!
      })
    } catch (error) {
      await this.dropUnused(file.file_id)
      throw error
    }
  }

  private async lock(tx: Pick<Database, "query">, mailingId: string): Promise<void> {
    if ((await tx.query(lockDraft(mailingId))).length === 0)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Attachments can be changed while a mailing is a draft or scheduled; duplicate it to send something else.",
      )
  }

  private async dropUnused(fileId: string): Promise<void> {
    const [found] = await this.db.query<{ is_used: boolean }>(selectFileIsUsed(fileId))
    if (!found!.is_used) await this.shop()?.dropFile(fileId)
  }

  private shopOrRefused(): Shop {
    const shop = this.shop()
    if (!shop) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Files can be attached only where the shop runs.")
    return shop
  }

  private rows(mailingId: string): Promise<AttachmentRow[]> {
    return this.db.query<AttachmentRow>(selectAttachments(mailingId))
  }
}

const shown = ({ id, name, mime, bytes, created_at }: AttachmentRow): Attachment => ({
  id,
  name,
  mime,
  bytes,
  created_at,
})

/** It becomes a path: letters and digits, and something that nobody guesses where private files are not kept apart. */
function fileName(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1)
  const stem = name
    .slice(0, -ending.length - 1)
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, 40)
  return `${randomBytes(12).toString("hex")}-${stem}.${ending}`
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const missing = (id: string) => new MedusaError(MedusaError.Types.NOT_FOUND, `There is no attachment "${id}".`)
