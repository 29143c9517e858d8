import { normaliseAddress } from "../../../core/contacts/normalise-address"
import { answerFindings, readyText, type AnswerFinding } from "../../../core/reports/answer"
import type { OutboxRow } from "../../../core/reports/outbox-row"
import { typoHint } from "../../../core/contacts/typo-hint"
import { whyText } from "../../../core/reports/why"
import { builtinAutomationId } from "../../../core/automations/builtins"
import type { Database } from "../database"
import { selectDecisions, selectEnrolments, selectOrdersOf, type DecisionRow, type EnrolmentRow } from "../sql/people"
import type { AutomationService } from "./automations"
import type { OutboxService } from "./outbox"
import type { PeopleService } from "./people"
import type { ReadinessService } from "./readiness"

type OrderRow = {
  id: string
  display_id: number | null
  placed_at: Date
  email: string | null
  contact_id: string | null
}

/** `Answer` of docs/api.md. */
export type Answer = {
  asked: { email: string | null; order: string | null }
  contact: { id: string; name: string | null; email: string | null; marketing: string } | null
  orders: { id: string; display_id: number | null; placed_at: string; email: string | null }[]
  messages: OutboxRow[]
  findings: AnswerFinding[]
  typo_hint: string | null
  ready_text: string
}

/** Mails whose server's reply is told, too. */
const DETAILED = 10

/** "I did not get it": by person or by order, also when there is no message (F49, F64). Reads only. */
export class AnswerService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      outbox: OutboxService
      people: PeopleService
      automations: AutomationService
      readiness: ReadinessService
    },
  ) {}

  async ask(asked: { email: string | null; order: string | null }): Promise<Answer> {
    const { outbox, people, automations, readiness } = this.services
    const email = asked.email ? normalised(asked.email) : null
    const orders = await this.orders(email, asked.order)
    const contactId = await this.contactId(email, orders)
    const contact = contactId ? await people.page(contactId) : null
    const found = asked.order
      ? await Promise.all(orders.map(({ id }) => outbox.list({ about: id, limit: 50 })))
      : [await outbox.list(contactId ? { contactId, limit: 50 } : { q: email, limit: 50 })]
    const messages = found.flatMap((list) => list.messages).sort((a, b) => b.planned_at.localeCompare(a.planned_at))
    const [receipt, enrolments, decisions, { findings }] = await Promise.all([
      automations.get(builtinAutomationId("order_receipt")),
      this.db.query<EnrolmentRow>(
        selectEnrolments({ contactId: asked.order ? null : contactId, orderIds: orders.map(({ id }) => id) }),
      ),
      contactId ? this.db.query<DecisionRow>(selectDecisions(contactId)) : [],
      readiness.state(),
    ])
    const details = await Promise.all(messages.slice(0, DETAILED).map(({ id }) => outbox.message(id)))
    const address = email ?? orders[0]?.email ?? messages[0]?.to ?? null
    const typo = address ? typoHint(address) : null
    const facts = {
      asked,
      hasContact: contact !== null,
      orders: orders.map(({ id, display_id, placed_at }) => ({ id, display_id, placed_at: placed_at.toISOString() })),
      messages: messages.map((message, n) => ({ ...message, server: details[n]?.server ?? null })),
      receipt: receipt && {
        id: receipt.id,
        name: receipt.name,
        isOn: receipt.state === "live",
        switchedOnAt: receipt.switchedOnAt?.toISOString() ?? null,
      },
      enrolments: enrolments.map((one) => ({
        automationId: one.automation_id,
        name: one.name,
        state: one.state,
        outcome: one.outcome,
        error: one.last_error,
        at: one.entered_at.toISOString(),
      })),
      decisions: decisions.map((one) => ({
        sourceId: one.source_id,
        name: one.source_name,
        verdict: one.verdict,
        reason: one.reason,
        at: one.at.toISOString(),
      })),
      typo,
      notReady: findings.filter(({ severity }) => severity === "blocks").map(({ sentence }) => sentence),
    }
    return {
      asked,
      contact: contact && { id: contact.id, name: contact.name, email: contact.email, marketing: contact.marketing },
      orders: orders.map(({ contact_id: _contact, placed_at, ...order }) => ({
        ...order,
        placed_at: placed_at.toISOString(),
      })),
      messages,
      findings: answerFindings(facts, whyText),
      typo_hint: typo && `Did you mean ${typo}?`,
      ready_text: readyText(facts),
    }
  }

  /** An order is named by its id, or by the number that the shopper sees: 1042 or #1042. */
  private async orders(email: string | null, order: string | null): Promise<OrderRow[]> {
    const number = order?.trim().replace(/^#/, "") ?? ""
    const displayId = /^\d{1,9}$/.test(number) ? Number(number) : null
    return this.db.query<OrderRow>(
      selectOrdersOf({ emailNorm: order ? null : email, orderId: order ? number : null, displayId }),
    )
  }

  private async contactId(email: string | null, orders: OrderRow[]): Promise<string | null> {
    const byOrder = orders.find(({ contact_id: id }) => id !== null)?.contact_id ?? null
    if (!email) return byOrder
    return (await this.services.people.idOfAddress(email)) ?? byOrder
  }
}

/** As it is stored, or as it was typed when it is no address: the search then finds nothing and says so. */
function normalised(email: string): string {
  const address = normaliseAddress(email)
  return address.ok ? address.emailNorm : email.trim().toLowerCase()
}
