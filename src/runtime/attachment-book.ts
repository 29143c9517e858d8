import { createHash } from "node:crypto"
import type { Attached } from "../core/templates/envelope"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { attachedPart, type AttachedPart } from "../rendering/attached-part"
import type { ReadyMessage } from "./ready-message"

/** Encoded attachments that are kept in memory, of the mailings that were sent last. */
const MOST_KEPT_BYTES = 48 * 1024 * 1024

/** Reads the files of a mailing once and encodes them once, however many people get it. */
export class AttachmentBook {
  private readonly known = new Map<string, Promise<AttachedPart>>()
  private readonly sizes = new Map<string, number>()

  constructor(private readonly mailroom: Pick<Mailroom, "shop">) {}

  /** Gives each message the end of its mail. Throws when a file cannot be read, or is not the one that was attached. */
  async attach(messages: ReadyMessage[]): Promise<void> {
    for (const one of messages) one.attached = await this.partOf(one.template.envelope!.attachments!)
  }

  partOf(attachments: Attached[]): Promise<AttachedPart> {
    const key = attachments.map(({ id, digest }) => `${id} ${digest}`).join()
    const known = this.known.get(key)
    // A Map keeps the order of insertion: the one used last goes to the end.
    this.known.delete(key)
    const part = known ?? this.read(attachments, key)
    this.known.set(key, part)
    return part
  }

  private async read(attachments: Attached[], key: string): Promise<AttachedPart> {
    try {
      const files = []
      for (const one of attachments) files.push({ ...one, content: await this.contentOf(one) })
      const made = await attachedPart(files)
      this.sizes.set(key, made.part.length)
      this.forgetOldest(key)
      return made
    } catch (error) {
      this.known.delete(key)
      throw error
    }
  }

  private async contentOf({ fileId, name, digest }: Attached): Promise<Buffer> {
    const { shop } = this.mailroom
    if (!shop) throw new Error(`"${name}" lies with the shop's files: only a process of the shop can send it.`)
    const content = await shop.readFile(fileId)
    if (createHash("sha256").update(content).digest("hex") !== digest)
      throw new Error(
        `"${name}" is not the file that was attached: somebody changed it where the shop keeps its files.`,
      )
    return content
  }

  private forgetOldest(keep: string): void {
    let kept = [...this.sizes.values()].reduce((sum, size) => sum + size, 0)
    for (const key of this.known.keys()) {
      if (kept <= MOST_KEPT_BYTES || key === keep) return
      kept -= this.sizes.get(key) ?? 0
      this.known.delete(key)
      this.sizes.delete(key)
    }
  }
}

const books = new WeakMap<Mailroom, AttachmentBook>()

/** One per process: the dispatcher, previews and the Outbox share what was read. */
export function attachmentBookOf(mailroom: Mailroom): AttachmentBook {
  let book = books.get(mailroom)
  if (!book) books.set(mailroom, (book = new AttachmentBook(mailroom)))
  return book
}
