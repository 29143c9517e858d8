import type { Right } from "../../../core/settings/rights"

/** What a route asks of the user: one of the four rights, or only that somebody is logged in. */
export type Needed = Right | "login"

type Method = "GET" | "POST" | "DELETE"

/**
 * Every admin route and its right, in one table (F25). A route that is not in here answers 403, and a test fails for it.
 * Paths are below /admin/mailroom.
 */
export const ROUTE_RIGHTS: [Method, string, Needed][] = [
  ["GET", "/overview", "see"],

  ["GET", "/readiness", "login"],
  ["POST", "/readiness/check", "see"],
  ["POST", "/readiness/confirm-live-shop", "send"],
  ["GET", "/go-live", "see"],

  ["GET", "/settings", "see"],
  ["POST", "/settings", "edit"],
  ["POST", "/settings/send-test-mail", "send"],
  ["GET", "/senders", "see"],
  ["POST", "/senders", "edit"],
  ["GET", "/senders/:id", "see"],
  ["POST", "/senders/:id", "edit"],
  ["DELETE", "/senders/:id", "edit"],

  ["GET", "/rights/me", "login"],
  ["GET", "/rights", "see"],
  ["POST", "/rights/:user_id", "edit"],

  ["GET", "/outbox", "see"],
  ["GET", "/outbox/ask", "see"],
  ["GET", "/outbox/:id", "see"],
  ["GET", "/outbox/:id/body", "see"],
  ["POST", "/outbox/:id/resend", "send"],
  ["POST", "/outbox/:id/cancel", "send"],

  ["GET", "/store-emails", "see"],
  ["GET", "/store-emails/:id", "see"],
  ["POST", "/store-emails/:id", "edit"],
  ["GET", "/store-emails/:id/preview", "see"],
  ["POST", "/store-emails/:id/send-test-mail", "send"],

  ["GET", "/custom-actions", "see"],
  ["POST", "/custom-actions", "edit"],
  ["GET", "/custom-actions/:id", "see"],
  ["POST", "/custom-actions/:id", "edit"],
  ["DELETE", "/custom-actions/:id", "edit"],
  ["POST", "/custom-actions/:id/try", "see"],

  ["GET", "/templates", "see"],
  ["POST", "/templates", "edit"],
  ["GET", "/templates/:id", "see"],
  ["POST", "/templates/:id", "edit"],
  ["DELETE", "/templates/:id", "edit"],
  ["POST", "/templates/:id/publish", "edit"],
  ["POST", "/templates/:id/discard", "edit"],
  ["POST", "/templates/:id/reset", "edit"],
  ["GET", "/templates/:id/versions", "see"],
  ["GET", "/templates/:id/versions/:number", "see"],
  ["GET", "/templates/:id/changes", "see"],
  ["POST", "/templates/:id/changes/seen", "edit"],

  ["POST", "/content/preview", "see"],
  ["POST", "/content/lint", "see"],
  ["POST", "/content/send-test-mail", "send"],
  ["GET", "/content/tags", "see"],
  ["GET", "/content/subjects", "see"],
  ["GET", "/content/layouts", "see"],
  ["GET", "/content/products", "see"],
  ["GET", "/content/categories", "see"],

  ["GET", "/media", "see"],
  ["POST", "/media", "edit"],
  ["POST", "/media/:id", "edit"],
  ["DELETE", "/media/:id", "edit"],

  ["GET", "/mailings", "see"],
  ["POST", "/mailings", "edit"],
  ["GET", "/mailings/:id", "see"],
  ["POST", "/mailings/:id", "edit"],
  ["DELETE", "/mailings/:id", "edit"],
  ["POST", "/mailings/:id/send", "send"],
  ["POST", "/mailings/:id/schedule", "send"],
  ["POST", "/mailings/:id/pause", "send"],
  ["POST", "/mailings/:id/resume", "send"],
  ["POST", "/mailings/:id/stop", "send"],
  ["POST", "/mailings/:id/send-test-mail", "send"],
  ["POST", "/mailings/:id/duplicate", "edit"],
  ["GET", "/mailings/:id/attachments", "see"],
  ["POST", "/mailings/:id/attachments", "edit"],
  ["GET", "/mailings/:id/attachments/:attachment_id", "see"],
  ["DELETE", "/mailings/:id/attachments/:attachment_id", "edit"],
  ["GET", "/mailings/:id/progress", "see"],
  ["GET", "/mailings/:id/preview", "see"],
  ["GET", "/mailings/:id/checklist", "see"],
  ["GET", "/mailings/:id/audience", "see"],
  ["GET", "/mailings/:id/preflight", "see"],
  ["POST", "/mailings/:id/preflight", "edit"],
  ["POST", "/mailings/:id/preflight/cancel", "edit"],
  ["GET", "/mailings/:id/preflight/people", "see"],
  ["GET", "/mailings/:id/spam", "see"],
  ["POST", "/mailings/:id/spam-override", "send"],
  ["GET", "/orders/:order_id/credit", "see"],
  ["GET", "/reports/:source_id/domains", "see"],
  ["GET", "/mailings/:id/people", "see"],

  ["GET", "/reports", "see"],
  ["GET", "/reports/:source_id", "see"],
  ["GET", "/reports/:source_id/recipients", "see"],
  ["GET", "/reports/:source_id/recipients.csv", "see"],

  ["GET", "/topics", "see"],
  ["POST", "/topics", "edit"],
  ["POST", "/topics/:id", "edit"],
  ["DELETE", "/topics/:id", "edit"],
  ["POST", "/topics/order", "edit"],
  ["GET", "/bases", "see"],
  ["POST", "/bases", "edit"],
  ["GET", "/bases/preview", "see"],
  ["GET", "/bases/:id", "see"],
  ["POST", "/bases/:id/stop", "edit"],
  ["GET", "/fading", "see"],
  ["GET", "/suppressions", "see"],
  ["POST", "/suppressions", "edit"],
  ["GET", "/suppressions/:id", "see"],
  ["POST", "/suppressions/:id/lift", "edit"],
  ["GET", "/consent-check", "see"],
  ["POST", "/consent-check", "edit"],
  ["POST", "/consent-check/repair", "edit"],
  ["GET", "/proof", "see"],
  ["POST", "/unsubscribes", "edit"],
  ["GET", "/why", "see"],
  ["GET", "/outbox/:id/why", "see"],
  ["GET", "/contacts/:id/consent", "see"],
  ["GET", "/contacts/:id/proof", "see"],
  ["POST", "/contacts/:id/never-again", "edit"],
  ["GET", "/contacts/:id/why", "see"],
  ["GET", "/contacts", "see"],
  ["POST", "/contacts", "edit"],
  ["GET", "/contacts/count", "see"],
  ["GET", "/contacts/choices", "see"],
  ["GET", "/contacts/quality", "see"],
  ["GET", "/contacts/quality/:kind", "see"],
  ["POST", "/contacts/quality/check", "edit"],
  ["GET", "/contacts/:id", "see"],
  ["POST", "/contacts/:id", "edit"],
  ["POST", "/contacts/:id/suppress", "edit"],
  ["POST", "/contacts/:id/lift", "edit"],
  ["POST", "/contacts/:id/topics", "edit"],
  ["GET", "/segments", "see"],
  ["POST", "/segments", "edit"],
  ["POST", "/segments/preview", "see"],
  ["POST", "/segments/explain", "see"],
  ["GET", "/segments/:id", "see"],
  ["POST", "/segments/:id", "edit"],
  ["DELETE", "/segments/:id", "edit"],
  ["GET", "/segments/:id/count", "see"],
  ["GET", "/segments/:id/people", "see"],
  ["POST", "/segments/:id/people", "edit"],
  ["POST", "/segments/:id/remove-people", "edit"],
  ["POST", "/segments/:id/copy-to-list", "edit"],
  ["GET", "/customers/:customer_id/mails", "see"],

  ["GET", "/imports", "see"],
  ["POST", "/imports/upload", "edit"],
  ["GET", "/imports/:id", "see"],
  ["POST", "/imports/:id", "edit"],
  ["DELETE", "/imports/:id", "edit"],
  ["POST", "/imports/:id/start", "edit"],
  ["POST", "/imports/:id/cancel", "edit"],
  ["POST", "/imports/:id/undo", "edit"],
  ["GET", "/imports/:id/problems.csv", "see"],
  ["GET", "/exports/contacts.csv", "see"],
  ["GET", "/exports/suppression.csv", "see"],
  ["GET", "/exports/consent.csv", "see"],
  ["GET", "/contacts/:id/personal-data", "see"],
  ["GET", "/contacts/:id/erasure", "see"],
  ["POST", "/contacts/:id/erase", "edit"],
  ["GET", "/contact-fields", "see"],
  ["POST", "/contact-fields", "edit"],
  ["POST", "/contact-fields/:key", "edit"],
  ["GET", "/bulk-actions", "see"],
  ["POST", "/bulk-actions", "edit"],
  ["GET", "/bulk-actions/:id", "see"],
  ["POST", "/bulk-actions/:id/stop", "edit"],
]

/** Null for a path that no route declares. A fixed segment wins over a parameter, as in the router. */
export function rightFor(method: string, path: string): Needed | null {
  const asked = path.replace(/\/+$/, "").split("/")
  const fitting = ROUTE_RIGHTS.filter(([declared, pattern]) => declared === method && fits(pattern.split("/"), asked))
  fitting.sort(([, a], [, b]) => parameters(a) - parameters(b))
  return fitting[0]?.[2] ?? null
}

function fits(pattern: string[], asked: string[]): boolean {
  return pattern.length === asked.length && pattern.every((part, n) => part.startsWith(":") || part === asked[n])
}

function parameters(pattern: string): number {
  return pattern.split("/:").length
}
