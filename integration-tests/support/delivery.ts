import type { CompiledTemplate } from "../../src/core/templates/contexts"
import type { NewMessage } from "../../src/core/messages/new-message"
import { Dispatcher, type DispatcherOptions } from "../../src/runtime/dispatcher"
import { sweeper } from "../../src/runtime/sweeper"
import { openMailroom } from "./database"
import { aMessage } from "./new-message"
import { startSmtpSink, type SinkBehaviour } from "./smtp-sink"

/** Subject, greeting, one fixed link and the pixel: all that a delivery can be seen by. */
export const TEST_TEMPLATE: CompiledTemplate = {
  subject: "{{ subject }}",
  preheader: "",
  html: `<p>{{ greeting }}</p><a href="{% mail_link 0 %}">shop</a><a href="{{ unsubscribeUrl }}">unsubscribe</a>{% mail_pixel %}`,
  plain: "{{ greeting }}",
  links: ["https://shop.example/spring"],
  variables: ["subject", "greeting"],
}

export type MessageRow = {
  id: string
  status: string
  reason: string | null
  attempts: number
  last_code: number | null
  last_enhanced: string | null
  last_response: string | null
  queue_id: string | null
  pixel: string
  is_waiting: boolean
}

/** Mailroom on a database of its own, a sender, a mail server that does what the test says, and dispatchers on demand. */
export async function openDelivery(options: { behaviour?: SinkBehaviour; settings?: Record<string, unknown> } = {}) {
  const sink = await startSmtpSink(options.behaviour)
  const opened = await openMailroom({
    smtpUrl: `${sink.url}?tls=never`,
    baseUrl: "https://shop.example",
    environment: "test",
    settings: { transport: { connections: 4 }, ...options.settings },
  })
  const { mailroom } = opened
  await mailroom.senders.ensureDefault({ shopName: "Shop", locale: "en" })
  await mailroom.senders.update("msnd_default", {
    from_email: "hello@shop.example",
    marketing_from_email: "news@mail.shop.example",
    reply_to: "care@shop.example",
    postal_address: "1 High Street, Springfield",
  })
  const made: Dispatcher[] = []
  const rows = <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    mailroom.db.query<Row>({ text, values })

  const delivery = {
    mailroom,
    sink,
    url: opened.url,
    rows,
    dispatcher(overrides: DispatcherOptions = {}): Dispatcher {
      const dispatcher = new Dispatcher(mailroom, { compiled: async () => TEST_TEMPLATE, ...overrides })
      made.push(dispatcher)
      return dispatcher
    },
    async plan(...overrides: Partial<NewMessage>[]): Promise<string[]> {
      const messages = overrides.map((one) => aMessage({ context: { subject: "Hello", greeting: "Hi" }, ...one }))
      const { planned } = await mailroom.db.transaction((tx) => mailroom.messages.plan(tx, messages))
      return planned.map(({ id }) => id)
    },
    /** Turns until nothing is due and nothing in flight. */
    async drain(dispatcher: Dispatcher = delivery.dispatcher()): Promise<void> {
      while ((await dispatcher.turn()) === "more");
    },
    async sweep(): Promise<void> {
      while ((await sweeper(mailroom).turn()) === "more");
    },
    async message(id: string): Promise<MessageRow> {
      const [row] = await rows<MessageRow>(
        `SELECT m.*, d.message_id IS NOT NULL AS is_waiting FROM mailroom.message m
         LEFT JOIN mailroom.delivery d ON d.message_id = m.id WHERE m.id = $1`,
        [id],
      )
      return row!
    },
    events: (id: string) =>
      rows<{ kind: string }>(`SELECT kind FROM mailroom.message_event WHERE message_id = $1 ORDER BY id`, [id]).then(
        (all) => all.map(({ kind }) => kind),
      ),
    /** Everything that waits becomes due; leases end. Instead of sleeping. */
    async later(what: "due" | "leases"): Promise<void> {
      if (what === "due") await rows(`UPDATE mailroom.delivery SET due_at = mailroom.now() WHERE stage = 'queued'`)
      else await rows(`UPDATE mailroom.delivery SET lease_expires_at = mailroom.now() WHERE stage = 'claimed'`)
    },
    async close(): Promise<void> {
      await Promise.all(made.map((dispatcher) => dispatcher.stop()))
      await sink.close()
      await opened.close()
    },
  }
  return delivery
}

export type Delivery = Awaited<ReturnType<typeof openDelivery>>
