import { said } from "./said"

/** The server names the field, the value and the way out; only a lost connection has no sentence of its own. */
export function sentenceOf(error: unknown, otherwise: string): string {
  if (error instanceof Error && error.message && error.message !== "Failed to fetch") return said(error.message)
  return otherwise
}

/** HTTP status of a refused call, if there was an answer at all. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error === "object" && error !== null && "status" in error && typeof error.status === "number")
    return error.status
  return undefined
}
