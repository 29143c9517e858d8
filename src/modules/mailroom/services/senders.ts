import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { brandSchema, senderSchema, type Sender, type SenderInput } from "../../../core/settings/sender"
import type { Database } from "../database"
import type { MailroomOptions } from "../options"
import { archiveSender, clearDefaultSender, insertDefaultSender, selectSenders, upsertSender } from "../sql/senders"

const CACHE_MS = 2000
const DEFAULT_ID = "msnd_default"

/** Whom mails come from: one sender at first, more by sales channel. */
export class SenderService {
  private cached?: { until: number; senders: Promise<Sender[]> }

  constructor(
    private readonly db: Database,
    private readonly options: MailroomOptions,
  ) {}

  /** The default sender first; at most two seconds old. */
  list(): Promise<Sender[]> {
    const now = performance.now()
    if (this.cached && now < this.cached.until) return this.cached.senders
    const senders = this.db.query<Sender>(selectSenders()).then((rows) => rows.map(tidy))
    const cached = { until: now + CACHE_MS, senders }
    this.cached = cached
    senders.catch(() => {
      if (this.cached === cached) this.cached = undefined
    })
    return senders
  }

  async get(id: string): Promise<Sender> {
    const sender = (await this.list()).find((one) => one.id === id)
    if (!sender) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no sender "${id}".`)
    return sender
  }

  /** The sender named, else the one of the sales channel, else the default; null before the first start has made one. */
  async resolve({
    id,
    salesChannelId,
  }: {
    id?: string | null
    salesChannelId?: string | null
  }): Promise<Sender | null> {
    return this.choose(await this.list(), { id, salesChannelId })
  }

  /** The same among senders that were read already. */
  choose(
    senders: Sender[],
    { id, salesChannelId }: { id?: string | null; salesChannelId?: string | null },
  ): Sender | null {
    return (
      senders.find((sender) => id && sender.id === id) ??
      senders.find((sender) => salesChannelId && sender.sales_channel_ids.includes(salesChannelId)) ??
      senders.find(({ is_default }) => is_default) ??
      null
    )
  }

  forSalesChannel(salesChannelId: string | null): Promise<Sender | null> {
    return this.resolve({ salesChannelId })
  }

  /** At the first start: one sender, from the plugin option `settings.sender` as far as that is right. */
  async ensureDefault({ shopName, locale }: { shopName: string; locale: string }): Promise<void> {
    const row = insertDefaultSender({ id: DEFAULT_ID, name: shopName, fromName: shopName, locale })
    const [made] = await this.db.query<{ id: string }>(row)
    this.cached = undefined
    const given = this.options.settings?.sender
    if (made && given) await this.update(DEFAULT_ID, given as Record<string, unknown>)
  }

  async create(input: Record<string, unknown>): Promise<Sender> {
    return this.save(`msnd_${randomUUID().replaceAll("-", "")}`, input)
  }

  /** Only the fields that are sent change; inside `brand` too. */
  async update(id: string, change: Record<string, unknown>): Promise<Sender> {
    const { id: _id, created_at: _created, updated_at: _updated, ...before } = await this.get(id)
    if (before.is_default && change.is_default === false)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "There must be a default sender: make another one the default instead.",
      )
    const brand = { ...before.brand, ...(change.brand as object | undefined) }
    return this.save(id, { ...before, ...change, brand })
  }

  async archive(id: string): Promise<void> {
    const sender = await this.get(id)
    if (sender.is_default)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The default sender cannot be deleted: make another one the default first.",
      )
    await this.db.query(archiveSender(id))
    this.cached = undefined
  }

  private async save(id: string, input: Record<string, unknown>): Promise<Sender> {
    const sender = parseSender(input)
    await this.refuseTakenChannels(id, sender)
    const [row] = await this.db.transaction(async (tx) => {
      if (sender.is_default) await tx.query(clearDefaultSender())
      return tx.query<Sender>(upsertSender({ id, ...sender }))
    })
    this.cached = undefined
    return tidy(row!)
  }

  private async refuseTakenChannels(id: string, sender: SenderInput): Promise<void> {
    for (const other of await this.list()) {
      const taken = other.sales_channel_ids.find((channel) => sender.sales_channel_ids.includes(channel))
      if (other.id === id || !taken) continue
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `sales_channel_ids holds "${taken}", which the sender "${other.name}" already has: take it from there first.`,
      )
    }
  }
}

function parseSender(input: Record<string, unknown>): SenderInput {
  const parsed = senderSchema.safeParse(input)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input)
  const where = path.length > 0 ? `${path.join(".")} is ${JSON.stringify(value)}: ` : ""
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `Sender: ${where}${message}.`)
}

/** Rows of older versions may lack a field of the brand. */
function tidy(row: Sender): Sender {
  const brand = brandSchema.safeParse(row.brand)
  return {
    ...row,
    brand: brand.success ? brand.data : brandSchema.parse({}),
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
  }
}
