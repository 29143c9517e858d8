import { z } from "zod"
import type { BuiltinKey } from "../templates/contexts"
import { EVENTS } from "./events"

const address = z
  .string()
  .trim()
  .min(3)
  .max(254)
  .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/u, "must be one e-mail address")

/** What must have been bought: any one of the ids is enough. */
export const purchaseMatchSchema = z.object({
  kind: z.enum(["product", "category", "collection", "tag", "sales_channel"]),
  ids: z.array(z.string().trim().min(1)).min(1, "choose at least one").max(200),
})
export type PurchaseMatch = z.infer<typeof purchaseMatchSchema>

/** Who is told: a fixed address, or the address that stands under a key in the metadata of what was bought. */
export const noticeRecipientSchema = z.discriminatedUnion("by", [
  z.object({ field: z.enum(["to", "cc", "bcc"]), by: z.literal("address"), value: address }),
  z.object({
    field: z.enum(["to", "cc", "bcc"]),
    by: z.enum(["product_metadata", "category_metadata"]),
    value: z.string().trim().min(1).max(100),
  }),
])
export type NoticeRecipient = z.infer<typeof noticeRecipientSchema>

export const noticeRecipientsSchema = z
  .array(noticeRecipientSchema)
  .min(1, "add at least one recipient")
  .max(50)
  .refine((recipients) => recipients.some(({ field }) => field === "to"), 'add at least one recipient in "to"')

const nodeId = z.string().min(1).max(64)
const step = { id: nodeId, next: nodeId.nullable() }

/** One schema for storing, for the API and for the forms. A node without `next` ends the way. */
export const nodeSchema = z.discriminatedUnion("kind", [
  z.object({
    ...step,
    kind: z.literal("filter"),
    otherwise: nodeId.nullable(),
    settings: z.discriminatedUnion("rule", [
      z.object({ rule: z.literal("bought"), match: purchaseMatchSchema }),
      z.object({ rule: z.literal("cart_still_open") }),
      z.object({ rule: z.literal("has_account") }),
    ]),
  }),
  z.object({
    ...step,
    kind: z.literal("send_email"),
    settings: z.object({
      template: z.string().transform((key) => key as BuiltinKey),
      class: z.enum(["tx", "marketing"]),
      isSecret: z.boolean().default(false),
    }),
  }),
  z.object({
    ...step,
    kind: z.literal("notify_third_party"),
    settings: z.object({
      match: purchaseMatchSchema.nullable(),
      recipients: noticeRecipientsSchema,
      heading: z.string().trim().min(1).max(200),
      text: z.string().trim().max(5000).default(""),
      locale: z.string().nullable().default(null),
      withShopper: z.boolean().default(false),
      withPrices: z.boolean().default(false),
    }),
  }),
  z.object({
    ...step,
    kind: z.literal("wait"),
    settings: z.object({ minutes: z.coerce.number().int().min(1).max(527_040) }),
  }),
])
export type AutomationNode = z.infer<typeof nodeSchema>
export type NodeOf<Kind extends AutomationNode["kind"]> = Extract<AutomationNode, { kind: Kind }>

export const triggerSchema = z.object({ event: z.enum(EVENTS) })
export type AutomationTrigger = z.infer<typeof triggerSchema>

/** The graph starts at the first node. */
export const versionSchema = z.object({ trigger: triggerSchema, nodes: z.array(nodeSchema).min(1).max(200) })
export type AutomationVersion = z.infer<typeof versionSchema>

/** What of an automation may be changed while it runs, without a new version. */
export const automationSettingsSchema = z.object({
  isTracked: z.boolean().default(false),
  isCopyKept: z.boolean().default(true),
  /** Empty addresses: the owner's own from the settings. */
  ownerCopy: z
    .object({ enabled: z.boolean().default(false), addresses: z.array(address).max(10).default([]) })
    .prefault({}),
  /** Only the cart reminder reads it. */
  idleMinutes: z.coerce.number().int().min(5).max(20_160).default(60),
})
export type AutomationSettings = z.infer<typeof automationSettingsSchema>

/** Problems of a graph, each naming the node; empty when it can be published. */
export function problemsOf(version: AutomationVersion): string[] {
  const ids = version.nodes.map((node) => node.id)
  const known = new Set(ids)
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `Node "${id}" stands there twice.`)
  const dangling = version.nodes.flatMap((node) =>
    exitsOf(node)
      .filter((exit) => !known.has(exit))
      .map(
        (exit) => `Node "${node.id}" leads to "${exit}", which is not there. Point it to one of: ${ids.join(", ")}.`,
      ),
  )
  const circle = findCircle(version.nodes)
  return [...repeated, ...dangling, ...(circle ? [`Node "${circle}" leads back to itself without a wait.`] : [])]
}

export function exitsOf(node: AutomationNode): string[] {
  const exits = node.kind === "filter" ? [node.next, node.otherwise] : [node.next]
  return exits.filter((exit): exit is string => exit !== null)
}

/** A node that can be reached from itself with no wait between: it would run for ever in one moment. */
function findCircle(nodes: AutomationNode[]): string | null {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const start of nodes) {
    const seen = new Set<string>()
    const open = [start]
    while (open.length > 0) {
      const node = open.pop()!
      if (node.kind === "wait") continue
      for (const exit of exitsOf(node)) {
        if (exit === start.id) return start.id
        const following = byId.get(exit)
        if (following && !seen.has(exit)) {
          seen.add(exit)
          open.push(following)
        }
      }
    }
  }
  return null
}
