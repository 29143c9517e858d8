import { randomUUID } from "node:crypto"
import type { NewMessage } from "../../src/core/messages/new-message"

/** A receipt to somebody, unlike any other; say only what matters. */
export function aMessage(overrides: Partial<NewMessage> = {}): NewMessage {
  const id = randomUUID()
  return {
    idempotencyKey: `ext:${id}`,
    originAt: new Date("2026-11-21T10:00:00Z"),
    class: "tx",
    origin: "automation",
    kind: "store_email",
    lane: "receipts",
    sourceId: null,
    contactId: null,
    addressId: null,
    to: { email: `${id}@example.com` },
    templateVersionId: "00000000-0000-7000-8000-000000000000",
    locale: "en",
    context: {},
    isTracked: false,
    isCopyKept: false,
    expiresAt: new Date("2099-01-01T00:00:00Z"),
    ...overrides,
  }
}
