import { builtinAutomationId } from "../../src/core/automations/builtins"
import type { BuiltinKey } from "../../src/core/templates/contexts"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { allLoops } from "../../src/runtime/loops"
import { startRuntime, type Runtime } from "../../src/runtime/start"
import { openMailroom } from "./database"
import { aShop, type MemoryShop } from "./shop"

/** Loops of the engine alone: nothing is sent, so that the outbox can be looked at. */
const ENGINE = new Set(["triggers", "automation-clock", "abandoned-carts"])

export type PlannedRow = {
  to_email: string
  kind: string
  class: string
  status: string
  reason: string | null
  locale: string
  source_id: string
  node: string
  context: Record<string, unknown> | null
  cc: string[] | null
  bcc: string[] | null
}

/** Mailroom on its own database beside a shop in memory, with every store e-mail on and its engine run by hand. */
export async function openEngine({ storeHasOrders = false, loops = [] as string[] } = {}) {
  const { mailroom, url, close } = await openMailroom({
    runtime: "manual",
    settings: { general: { baseUrl: "https://shop.example" } },
  })
  const shop: MemoryShop = aShop()
  mailroom.shop = shop
  // The content is not the matter here: one line in one language.
  const compiled = { subject: "", preheader: "", html: "", plain: "", links: [], variables: [] }
  await mailroom.templates.syncBuiltins(async () => compiled, { locales: ["en"] })
  await mailroom.automations.ensureBuiltins({ storeHasOrders })
  const run = (names: Set<string>): Runtime =>
    startRuntime(mailroom, { role: "shared", loops: allLoops(mailroom).filter(({ name }) => names.has(name)) })
  const engine = run(new Set([...ENGINE, ...loops]))
  return {
    mailroom,
    url,
    shop,
    drain: () => engine.drain(),
    runOnly: (...names: string[]) => run(new Set(names)).drain(),
    messages: () => planned(mailroom),
    close,
    /** Moves the moment of the switch-on, as if it had been then. */
    switchedOn: (key: BuiltinKey, at: Date) =>
      mailroom.db.query({
        text: `UPDATE mailroom.automation SET state = 'live', switched_on_at = $2 WHERE id = $1`,
        values: [builtinAutomationId(key), at],
      }),
  }
}

export type Engine = Awaited<ReturnType<typeof openEngine>>

function planned({ db }: { db: Mailroom["db"] }): Promise<PlannedRow[]> {
  return db.query<PlannedRow>({
    text: `SELECT m.to_email, m.kind, m.class, m.status, m.reason, m.locale, m.source_id, m.node, c.context, c.cc, c.bcc
             FROM mailroom.message m JOIN mailroom.message_content c ON c.message_id = m.id ORDER BY m.id, m.to_email`,
    values: [],
  })
}
