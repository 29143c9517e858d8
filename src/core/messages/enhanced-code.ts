/** The enhanced status code (RFC 3463) of a reply, e.g. "5.1.1"; the one right after the reply code wins over later ones. */
export function enhancedCode(reply: string): string | null {
  const first =
    /^\d{3}[ -]+#?([245]\.\d{1,3}\.\d{1,3})\b/m.exec(reply) ?? /\b([245]\.\d{1,3}\.\d{1,3})\b(?!\.\d)/.exec(reply)
  return first?.[1] ?? null
}

/** "try again in 300 seconds", "5 minutes": plus ten seconds for the server's clock. Null when nothing is said. */
export function askedDelayMs(reply: string): number | null {
  const asked = /\b(?:in|after|for|within)\s+(\d{1,5})\s*(seconds?|secs?|s|minutes?|mins?|m)\b/i.exec(reply)
  if (!asked) return null
  const seconds = Number(asked[1]) * (/^m/i.test(asked[2]!) ? 60 : 1)
  return (seconds + 10) * 1000
}
