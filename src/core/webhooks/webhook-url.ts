const MOST_LETTERS = 2_000
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

/**
 * Null for an address that a webhook may go to, else what is wrong with it. Addresses inside the shop's network are refused
 * when the connection is made, where the name has been looked up; `isLocalAllowed` (a plugin option) also lets plain http
 * through to this machine.
 */
export function webhookUrlProblem(given: string, { isLocalAllowed = false } = {}): string | null {
  if (given.length > MOST_LETTERS) return `must have at most ${MOST_LETTERS} characters`
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url) return 'must be a whole address such as "https://example.com/hook"'
  if (url.username || url.password) return "must carry no user name and password; the signature says who sends"
  if (url.hash) return "must have no # part; it would never arrive"
  if (url.protocol === "https:") return null
  if (url.protocol === "http:" && isLocalAllowed && LOOPBACK.includes(url.hostname)) return null
  return "must begin with https://"
}
