import { RateLimiterMemory } from "rate-limiter-flexible"
import type { Shop } from "../../../core/shop/shop"
import { mintVisitorToken, readToken, signingKeyOf } from "../../../core/tracking/tokens"
import { pageOf } from "../../../core/visits/page-of"
import { MOST_PAGES_A_MINUTE, VISITOR_DAYS } from "../../../core/visits/visitor-life"
import { Batcher } from "../batcher"
import type { Database } from "../database"
import { markInteraction } from "../sql/tracking"
import {
  recordVisits,
  selectVisitorOfCustomer,
  selectVisitorOfMessage,
  type KnownVisitor,
  type VisitRow,
} from "../sql/visits"
import type { Statement } from "../database"
import type { KeyringService } from "./keyring"
import type { SettingsService } from "./settings"

/** A page as the storefront says it; product and category by id or handle where the path does not show them. */
export type SeenPage = { path: string; product?: string; category?: string }

/** `unknown`: the token is not ours, is over, or its person does not agree (any more). */
export type Welcome = "known" | "unknown" | "too_many"

const HOUR_MS = 3_600_000
const MOST_WAITING = 20_000
const MOST_CATEGORIES = 2_000

/**
 * Who looks at what in the storefront: only of people who are known and agreed to be tracked, asked anew with every
 * page. Visits of many share one statement.
 */
export class VisitService {
  private readonly recorder: Batcher<VisitRow, boolean>
  private readonly limiter = new RateLimiterMemory({ points: MOST_PAGES_A_MINUTE, duration: 60 })
  private readonly categories = new Map<string, Promise<string | null>>()

  constructor(
    private readonly db: Database,
    private readonly parts: { keyring: KeyringService; settings: SettingsService; shop: () => Shop | undefined },
  ) {
    this.recorder = new Batcher({ size: 200, waitMs: 20, most: 500 }, (rows) => this.store(rows))
  }

  async record({ visitor, pages }: { visitor: string; pages: SeenPage[] }): Promise<Welcome> {
    const token = readToken(await this.parts.keyring.signingKeys(), visitor)
    if (token?.type !== "w" || !(await this.isAllowed())) return "unknown"
    const { contactId } = token
    if (this.recorder.size >= MOST_WAITING || !(await this.isWithinLimit(contactId, pages.length))) return "too_many"
    const until = new Date(token.hour * HOUR_MS)
    const rows = await Promise.all(
      pages.map(async (page) => ({ ...(await this.shownOn(page)), contact_id: contactId, until })),
    )
    const stored = await Promise.all(rows.map((row) => this.recorder.add(row)))
    return stored.every(Boolean) ? "known" : "unknown"
  }

  /** By what the storefront knows the reader of a mail; null when he does not agree to be tracked. */
  tokenOfReader(messageId: string): Promise<string | null> {
    return this.tokenOf(selectVisitorOfMessage(messageId))
  }

  /** The same for a customer who is logged in. */
  tokenOfCustomer(customerId: string): Promise<string | null> {
    return this.tokenOf(selectVisitorOfCustomer(customerId))
  }

  /** Stores what waits; called when the process ends. */
  async drain(): Promise<void> {
    await this.recorder.drain()
  }

  /** Visits are always asked for; where not even clicks are measured by person, they are not either. */
  private async isAllowed(): Promise<boolean> {
    const { clicks } = (await this.parts.settings.read()).tracking
    return clicks === "consent_only" || clicks === "all"
  }

  private async tokenOf(asked: Statement): Promise<string | null> {
    if (!(await this.isAllowed())) return null
    const [person] = await this.db.query<KnownVisitor>(asked)
    if (!person) return null
    const key = signingKeyOf(await this.parts.keyring.signingKeys())
    const until = new Date(person.now.getTime() + VISITOR_DAYS * 24 * HOUR_MS)
    return mintVisitorToken({ key, contactId: person.id, until })
  }

  private isWithinLimit(contactId: string, pages: number): Promise<boolean> {
    return this.limiter.consume(contactId, pages).then(
      () => true,
      () => false,
    )
  }

  private async shownOn({
    path,
    product,
    category,
  }: SeenPage): Promise<Pick<VisitRow, "path" | "product" | "category">> {
    const page = pageOf(path)
    return {
      path: page.path,
      product: product ?? page.productHandle,
      category: await this.categoryId(category ?? page.categoryHandle),
    }
  }

  /** Categories are not in the read model: the shop is asked once per handle, and again when this process is new. */
  private categoryId(asked: string | null): Promise<string | null> {
    const shop = this.parts.shop()
    if (!asked || !shop || asked.startsWith("pcat_")) return Promise.resolve(asked?.startsWith("pcat_") ? asked : null)
    const known = this.categories.get(asked)
    if (known) return known
    if (this.categories.size >= MOST_CATEGORIES) this.categories.delete(this.categories.keys().next().value!)
    const asking = shop.categoryByHandle(asked)
    this.categories.set(asked, asking)
    asking.catch(() => this.categories.delete(asked))
    return asking
  }

  private async store(rows: VisitRow[]): Promise<boolean[]> {
    const stored = await this.db.query<{ contact_id: string; is_new_visit: boolean }>(recordVisits(rows))
    const newcomers = stored.filter((one) => one.is_new_visit).map((one) => one.contact_id)
    if (newcomers.length > 0) await this.db.query(markInteraction(newcomers))
    const people = new Set(stored.map((one) => one.contact_id))
    return rows.map((row) => people.has(row.contact_id))
  }
}
