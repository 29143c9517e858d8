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
  ["GET", "/mailings/:id/progress", "see"],
  ["GET", "/mailings/:id/preview", "see"],
  ["GET", "/mailings/:id/checklist", "see"],

  ["GET", "/reports", "see"],
  ["GET", "/reports/:source_id", "see"],
  ["GET", "/reports/:source_id/recipients", "see"],
  ["GET", "/reports/:source_id/recipients.csv", "see"],

  ["GET", "/topics", "see"],
  ["POST", "/topics", "edit"],
  ["POST", "/topics/:id", "edit"],
  ["GET", "/contacts", "see"],
  ["GET", "/contacts/:id", "see"],
  ["POST", "/contacts/:id/suppress", "edit"],
  ["POST", "/contacts/:id/lift", "edit"],
  ["GET", "/customers/:customer_id/mails", "see"],
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
