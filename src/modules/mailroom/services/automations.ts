import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"
import { builtinVersion } from "../../../core/automations/builtin-version"
import { builtinAutomationId, builtinOf, BUILTINS, type Builtin } from "../../../core/automations/builtins"
import {
  checkCustomAction,
  customActionVersion,
  ORDER_PLACED,
  type CustomAction,
} from "../../../core/automations/custom-action"
import { automationSettingsSchema, type AutomationSettings } from "../../../core/automations/automation-settings"
import {
  draftSchema,
  eventsOf,
  triggerSchema,
  versionSchema,
  type AutomationDraft,
  type AutomationVersion,
} from "../../../core/automations/definition"
import { problemsOf } from "../../../core/automations/problems"
import type { NoticeSettings } from "../../../core/automations/nodes/notify-third-party"
import { noticesFor, type Notice } from "../../../core/automations/notice"
import { matchingLines, type PurchaseMatch } from "../../../core/automations/purchase-match"
import { followUpSchema } from "../../../core/notices/follow-up"
import type { Directory } from "../../../core/notices/group-lines"
import { reminderStats, type ReminderStats } from "../../../core/automations/reminder-stats"
import type { Shop, ShopOrder, StoreMails } from "../../../core/shop/shop"
import type { Database, Db } from "../database"
import { refuseSecondCartReminder } from "../one-cart-reminder"
import {
  archiveAutomation,
  countEnrolments,
  countMessages,
  ensureAutomation,
  hasOrders,
  insertAutomation,
  lockAutomation,
  publishVersion,
  selectAutomation,
  selectAutomations,
  selectLiveAutomations,
  selectMatchingOrders,
  switchAutomation,
  updateAutomation,
  type AutomationRow,
} from "../sql/automations"

const { INVALID_DATA, NOT_FOUND, NOT_ALLOWED } = MedusaError.Types

export type Automation = {
  id: string
  kind: AutomationRow["kind"]
  name: string
  state: AutomationRow["state"]
  settings: AutomationSettings
  switchedOnAt: Date | null
  createdAt: Date
  updatedAt: Date
  /** What somebody works on; null: nothing but what is live. */
  draft: AutomationDraft | null
  hasDraft: boolean
  /** Key of the recipe that it was made from. */
  recipe: string | null
  versionId: string | null
  versionNumber: number | null
  version: AutomationVersion | null
  /** For the store e-mails and the reminder; null otherwise. */
  builtin: Builtin | null
  /** The plain form of a custom action; null otherwise. */
  action: CustomAction | null
}

export type Figures = { sent: number; failed: number; dropped: number }

/** What a custom action would have done about an order; nothing is stored or sent. */
export type Trial = {
  /** Null: no order of this shop matches yet. */
  order: { id: string; displayId: string; placedAt: string } | null
  lines: { title: string; quantity: number; sku: string | null; matches: boolean }[]
  /** Rendered by template `third_party_notice`; empty when nobody would have been told. */
  notices: Notice[]
}

/** What a caller may change of a running automation; only what is given changes. */
export type SettingsChange = {
  isTracked?: boolean
  isCopyKept?: boolean
  ownerCopy?: { enabled?: boolean; addresses?: string[] }
  idleMinutes?: number
}

/** Store e-mails, the cart reminder and custom actions: one kind of thing, which the engine runs. */
export class AutomationService {
  constructor(
    private readonly db: Database,
    private readonly shop: () => Shop | undefined,
  ) {}

  /**
   * Makes what is missing of the built-ins; safe at every start and in several processes at once. In a store that already
   * has orders they are off until somebody has looked at them, else on (F61).
   */
  async ensureBuiltins({ storeHasOrders }: { storeHasOrders: boolean }): Promise<{ made: number }> {
    let made = 0
    for (const builtin of BUILTINS) {
      await this.db.transaction(async (tx) => {
        const id = builtinAutomationId(builtin.key)
        const [row] = await tx.query<{ is_new: boolean }>(
          ensureAutomation({
            id,
            builtinKey: builtin.key,
            kind: "store_email",
            name: builtin.name,
            settings: settingsOfBuiltin(builtin),
            isOn: !storeHasOrders,
          }),
        )
        if (row?.is_new) made += 1
        await publish(tx, id, builtinVersion(builtin), null)
      })
    }
    return { made }
  }

  /** Whether the read model has seen an order yet; the shop itself is asked where it can be. */
  async storeHasOrders(): Promise<boolean> {
    const [row] = await this.db.query<{ has_orders: boolean }>(hasOrders())
    if (row?.has_orders) return true
    return ((await this.shop()?.orderTimes({ after: null, limit: 1 })) ?? []).length > 0
  }

  /**
   * What the store's own Notification Module mailed in the last 30 days: the merchant must know before he switches a
   * template on, or the shopper gets two receipts. Null: the shop cannot be asked from this process.
   */
  async storeMails(days = 30): Promise<StoreMails | null> {
    const since = new Date(Date.now() - days * 24 * 3_600_000)
    return (await this.shop()?.mailedByStore(since)) ?? null
  }

  async list(kind: AutomationRow["kind"] | null = null): Promise<Automation[]> {
    return (await this.db.query<AutomationRow>(selectAutomations(kind))).map(automationOf)
  }

  /** Null when there is none (any more). */
  async get(id: string): Promise<Automation | null> {
    const [row] = await this.db.query<AutomationRow>(selectAutomation(id))
    return row ? automationOf(row) : null
  }

  async retrieve(id: string): Promise<Automation> {
    const automation = await this.get(id)
    if (!automation) throw new MedusaError(NOT_FOUND, `There is no automation "${id}". It may have been deleted.`)
    return automation
  }

  /** Live ones that this event sets off, in the order in which they were made. */
  async liveFor(event: string, db: Db = this.db): Promise<Automation[]> {
    return (await db.query<AutomationRow>(selectLiveAutomations(event))).map(automationOf)
  }

  /** From this moment on; what happened before is never mailed. Switching on what is on changes nothing. */
  async switchOn(id: string): Promise<Automation> {
    return this.switch(id, true)
  }

  /** At once: entrants that wait end with the reason `automation_off`. */
  async switchOff(id: string): Promise<Automation> {
    return this.switch(id, false)
  }

  async updateSettings(id: string, change: SettingsChange): Promise<Automation> {
    const { settings, name } = await this.retrieve(id)
    const wanted = { ...settings, ...change, ownerCopy: { ...settings.ownerCopy, ...change.ownerCopy } }
    const parsed = automationSettingsSchema.safeParse(wanted)
    if (!parsed.success) throw new MedusaError(INVALID_DATA, sentenceOf(parsed.error, wanted))
    await this.db.query(updateAutomation({ id, name, settings: parsed.data }))
    return this.retrieve(id)
  }

  /** What is wrong with a custom action's form, field by field; empty when it can be stored. */
  validateCustomAction(input: unknown): string[] {
    const check = checkCustomAction(input)
    return check.ok ? [] : check.problems
  }

  /** New ones are off. */
  async createCustomAction(input: unknown, by: string | null = null): Promise<Automation> {
    const action = parsedAction(input)
    const id = `mauto_${randomBytes(12).toString("hex")}`
    await this.db.transaction(async (tx) => {
      await tx.query(insertAutomation({ id, kind: "custom_action", name: action.name, settings: settingsOf(action) }))
      await publish(tx, id, customActionVersion(action), by)
    })
    return this.retrieve(id)
  }

  /** People inside stay on the version that they entered. */
  async updateCustomAction(id: string, input: object, by: string | null = null): Promise<Automation> {
    const { action: current } = await this.customAction(id)
    const action = parsedAction({ ...current, ...input })
    await this.db.transaction(async (tx) => {
      await tx.query(updateAutomation({ id, name: action.name, settings: settingsOf(action) }))
      await publish(tx, id, customActionVersion(action), by)
    })
    return this.retrieve(id)
  }

  /** Its messages and decisions stay; the automation itself is archived. */
  async deleteCustomAction(id: string): Promise<void> {
    await this.customAction(id)
    await this.db.query(archiveAutomation(id))
  }

  /** What it would do about the last real order that matches (or the one named); nothing is sent. */
  async tryWithLastOrder(id: string, orderId?: string, readers: Readers = NO_READERS): Promise<Trial> {
    const { version, action } = await this.customAction(id)
    const { match } = action
    if (!match) return { order: null, lines: [], notices: [] }
    const found = orderId ? await this.orderOf(orderId) : await this.lastMatching(match, readers)
    const order = found && (await readers.named(found))
    const node = version?.nodes.find((candidate) => candidate.kind === "notify_third_party")
    if (!order || !node) return { order: null, lines: [], notices: [] }
    const matching = new Set(matchingLines(match, order.lines, order.salesChannelId).map((line) => line.id))
    return {
      order: { id: order.context.id, displayId: order.context.displayId, placedAt: order.placedAt },
      lines: order.lines.map((line) => ({
        title: line.title,
        quantity: line.quantity,
        sku: line.sku,
        matches: matching.has(line.id),
      })),
      notices: noticesFor(node.settings as NoticeSettings, order, {
        isCorrection: false,
        directory: await readers.directory(order),
      }),
    }
  }

  async figures(ids: string[], days = 30): Promise<Map<string, Figures>> {
    const counts = await this.db.query<MessageCount>(countMessages({ sourceIds: ids, days }))
    const sum = (id: string, statuses: string[]) =>
      counts.filter((row) => row.source_id === id && statuses.includes(row.status)).reduce((n, row) => n + row.n, 0)
    return new Map(
      ids.map((id) => [
        id,
        { sent: sum(id, ["sent", "in_doubt"]), failed: sum(id, ["failed"]), dropped: sum(id, ["dropped"]) },
      ]),
    )
  }

  /** "14 left, 2 sent, 11 without consent, 1 bought" (F1). */
  async reminderStats(days = 30): Promise<ReminderStats> {
    const id = builtinAutomationId("cart_reminder")
    const [enrolments, messages] = await Promise.all([
      this.db.query<{ outcome: string | null; n: number }>(countEnrolments({ automationId: id, days })),
      this.db.query<MessageCount>(countMessages({ sourceIds: [id], days })),
    ])
    return reminderStats(enrolments, messages)
  }

  private async switch(id: string, isOn: boolean): Promise<Automation> {
    if (isOn) await refuseSecondCartReminder(this.db, id)
    const rows = await this.db.query(switchAutomation({ id, isOn }))
    if (rows.length === 0) throw new MedusaError(NOT_FOUND, `There is no automation "${id}". It may have been deleted.`)
    return this.retrieve(id)
  }

  private async customAction(id: string): Promise<Automation & { action: CustomAction }> {
    const automation = await this.retrieve(id)
    const { action } = automation
    if (!action)
      throw new MedusaError(
        NOT_ALLOWED,
        `"${automation.name}" (${id}) is no custom action; only its settings can be changed.`,
      )
    return { ...automation, action }
  }

  private async orderOf(orderId: string): Promise<ShopOrder> {
    const order = await this.shop()?.order(orderId)
    if (!order)
      throw new MedusaError(
        NOT_FOUND,
        `order_id "${orderId}": the shop has no such order. Leave it out for the last one.`,
      )
    return order
  }

  private async lastMatching(match: PurchaseMatch, { named }: Readers): Promise<ShopOrder | null> {
    const rows = await this.db.query<{ order_id: string }>(selectMatchingOrders({ ...match, limit: 5 }))
    for (const { order_id } of rows) {
      const order = await this.shop()?.order(order_id)
      // The read model knows the products as they are now; the order may have been changed since.
      if (order && matchingLines(match, (await named(order)).lines, order.salesChannelId).length > 0) return order
    }
    return null
  }
}

/** Who delivers what, and who the shop's own people are: known to other services. */
export type Readers = {
  named(order: ShopOrder): Promise<ShopOrder>
  directory(order: ShopOrder): Promise<Directory>
}
const NO_READERS: Readers = {
  named: async (order) => order,
  directory: async () => ({ suppliers: new Map(), owner: [], staff: new Map() }),
}

type MessageCount = { source_id: string; status: string; reason: string | null; n: number }

async function publish(tx: Db, id: string, version: AutomationVersion, by: string | null): Promise<void> {
  const parsed = versionSchema.parse(version)
  const problems = problemsOf(parsed)
  if (problems.length > 0) throw new MedusaError(INVALID_DATA, problems.map(({ sentence }) => sentence).join(" "))
  await tx.query(lockAutomation(id))
  const { trigger, nodes } = parsed
  await tx.query(publishVersion({ id, trigger, events: eventsOf(trigger), nodes, by }))
}

function automationOf(row: AutomationRow): Automation {
  const settings = automationSettingsSchema.parse(row.settings)
  const { isTracked, isCopyKept } = settings
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    state: row.state,
    settings,
    switchedOnAt: row.switched_on_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    draft: row.draft ? draftSchema.parse(row.draft) : null,
    hasDraft: row.draft !== null,
    recipe: row.recipe_key,
    versionId: row.live_version_id,
    versionNumber: row.version_number,
    version: row.trigger ? versionSchema.parse({ trigger: row.trigger, nodes: row.nodes }) : null,
    builtin: builtinOf(row.builtin_key) ?? null,
    action:
      row.kind === "custom_action"
        ? {
            ...followUpSchema.parse(row.settings.action),
            ...MADE_BEFORE,
            ...(row.settings.action as CustomAction),
            isTracked,
            isCopyKept,
          }
        : null,
  }
}

/** Of an action that was stored when there was but one trigger. */
const MADE_BEFORE = { trigger: triggerSchema.parse({ kind: ORDER_PLACED }), webhookId: null }

const settingsOfBuiltin = ({ ownerCopy, isSecret = false }: Builtin): AutomationSettings =>
  automationSettingsSchema.parse({ isCopyKept: !isSecret, ownerCopy: { enabled: ownerCopy === "on" } })

const settingsOf = (action: CustomAction): Record<string, unknown> => ({
  ...automationSettingsSchema.parse({ isTracked: action.isTracked, isCopyKept: action.isCopyKept }),
  action,
})

function parsedAction(input: unknown): CustomAction {
  const check = checkCustomAction(input)
  if (!check.ok) throw new MedusaError(INVALID_DATA, check.problems.join(" "))
  return check.action
}

function sentenceOf(error: z.ZodError, input: unknown): string {
  return error.issues
    .map(({ path, message }) => {
      const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input)
      return `${path.join(".")} (${JSON.stringify(value)}): ${message}.`
    })
    .join(" ")
}
