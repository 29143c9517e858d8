/** Bytes of an SMTP reply worth keeping. */
const KEPT = 500

/**
 * A server's reply as it may be stored: without addresses (an erased person must not live on in a log line), without
 * control characters, at most 500 characters.
 */
export function maskReply(reply: string): string {
  return reply
    .replace(/[^\s<>@"'(),;:=]+@[^\s<>@"'(),;:=]+/gu, "[address]")
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .trim()
    .slice(0, KEPT)
}
