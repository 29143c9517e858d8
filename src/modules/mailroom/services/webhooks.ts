import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { pageOf } from "../../../core/reports/cursor"
import { webhookUrlProblem } from "../../../core/webhooks/webhook-url"
import type { Database } from "../database"
import { pageStart } from "../page-start"
import {
  archiveWebhookEndpoint,
  insertAttempt,
  insertWebhookEndpoint,
  replaceWebhookSecret,
  selectAttempts,
  selectWebhookEndpoint,
  selectWebhookEndpoints,
  selectWebhookTarget,
  updateWebhookEndpoint,
  type AttemptOutcome,
  type AttemptRow,
  type WebhookEndpointRow,
} from "../sql/webhooks"
import type { KeyringService } from "./keyring"

export type { AttemptRow, WebhookEndpointRow }

export type WebhookEndpointInput = { name: string; url: string }

/** Where webhooks go: addresses with a secret each, and a log of what came back. */
export class WebhookService {
  constructor(
    private readonly db: Database,
    private readonly services: { keyring: KeyringService; isLocalAllowed: boolean },
  ) {}

  async list(): Promise<WebhookEndpointRow[]> {
    return this.db.query<WebhookEndpointRow>(selectWebhookEndpoints())
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<WebhookEndpointRow> {
    const [row] = await this.db.query<WebhookEndpointRow>(selectWebhookEndpoint(id))
    if (!row) throw missing(id)
    return row
  }

  /** The secret is made here; `secretOf` shows it. */
  async create(input: WebhookEndpointInput): Promise<WebhookEndpointRow> {
    const { name, url } = this.checked(input)
    const id = `mwhk_${randomBytes(12).toString("hex")}`
    await this.db.query(insertWebhookEndpoint({ id, name, url, sealed: await this.newSecret() }))
    return this.get(id)
  }

  async update(id: string, change: Partial<WebhookEndpointInput>): Promise<WebhookEndpointRow> {
    const { name, url } = this.checked({ ...(await this.get(id)), ...change })
    if ((await this.db.query(updateWebhookEndpoint({ id, name, url }))).length === 0) throw missing(id)
    return this.get(id)
  }

  async remove(id: string): Promise<void> {
    if ((await this.db.query(archiveWebhookEndpoint(id))).length === 0) throw missing(id)
  }

  /** What the receiver verifies with. */
  async secretOf(id: string): Promise<string> {
    const target = await this.target(id)
    if (!target) throw missing(id)
    return target.secret
  }

  /** From now on everything is signed by the new one; the receiver must be told. */
  async renewSecret(id: string): Promise<string> {
    if ((await this.db.query(replaceWebhookSecret(id, await this.newSecret()))).length === 0) throw missing(id)
    return this.secretOf(id)
  }

  /** Null when the endpoint was deleted. */
  async target(id: string): Promise<{ url: string; secret: string } | null> {
    const [row] = await this.db.query<{ url: string; sealed_secret: Buffer; archived_at: Date | null }>(
      selectWebhookTarget(id),
    )
    if (!row || row.archived_at) return null
    return { url: row.url, secret: await this.services.keyring.unseal(row.sealed_secret) }
  }

  async log(row: {
    effectId: string | null
    endpointId: string | null
    outcome: AttemptOutcome
    detail: Record<string, unknown>
  }): Promise<void> {
    await this.db.query(insertAttempt(row))
  }

  /** What was sent there, newest first, with what came back. */
  async attempts(
    id: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ attempts: AttemptRow[]; next_cursor: string | null }> {
    await this.get(id)
    const before = pageStart(cursor)?.[0] ?? null
    const rows = await this.db.query<AttemptRow>(selectAttempts(id, before, limit + 1))
    const { page, next_cursor } = pageOf(rows, limit, (row) => [row.id])
    return { attempts: page, next_cursor }
  }

  private newSecret(): Promise<Buffer> {
    return this.services.keyring.seal(`whsec_${randomBytes(32).toString("base64")}`)
  }

  private checked(input: WebhookEndpointInput): WebhookEndpointInput {
    const name = input.name.trim()
    if (name === "" || name.length > 120)
      throw invalid(`name is ${JSON.stringify(input.name)}: it must have 1 to 120 characters.`)
    const url = input.url.trim()
    const problem = webhookUrlProblem(url, { isLocalAllowed: this.services.isLocalAllowed })
    if (problem) throw invalid(`url is ${JSON.stringify(url.slice(0, 200))}: it ${problem}.`)
    return { name, url }
  }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const missing = (id: string) => new MedusaError(MedusaError.Types.NOT_FOUND, `There is no webhook "${id}".`)
