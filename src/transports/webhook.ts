import { lookup, type LookupAddress } from "node:dns"
import { request as httpRequest, type IncomingMessage } from "node:http"
import { request as httpsRequest } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { Webhook } from "standardwebhooks"
import { isInList, isPublicAddress } from "./reachable-address"
import type { WebhookReply } from "../core/webhooks/webhook-outcome"
import { webhookUrlProblem } from "../core/webhooks/webhook-url"

/** What a developer allows beside the public internet (plugin option `webhooks`). */
export type WebhookTrust = {
  /** IP addresses or CIDR ranges of the shop's own network that webhooks may go to. */
  allowAddresses: string[]
  /** Certificates (PEM) of own authorities. */
  ca?: string
}

export type WebhookPost = {
  url: string
  /** `whsec_…` (Standard Webhooks). */
  secret: string
  /** The same for every try, so that the receiver knows a repetition. */
  id: string
  at: Date
  body: string
  trust?: WebhookTrust
  timeoutMs?: number
}

export type WebhookAnswer = WebhookReply & { body: string; tookMs: number }

const TIMEOUT_MS = 10_000
/** Enough to understand an error page; more is not read. */
const MOST_BODY = 4_096

/**
 * Posts once, signed by Standard Webhooks. Where a name leads is checked when the connection is made, on the address that
 * is really connected to, so that a name which answers otherwise the second time gets nowhere; redirections are not followed.
 * Never throws: what came back is the answer.
 */
export function postWebhook(post: WebhookPost): Promise<WebhookAnswer> {
  const trust = post.trust ?? { allowAddresses: [] }
  const problem = webhookUrlProblem(post.url, { isLocalAllowed: trust.allowAddresses.length > 0 })
  if (problem) return Promise.resolve({ kind: "refused", why: `The address ${problem}.`, body: "", tookMs: 0 })
  // No name is looked up where a number stands.
  const host = new URL(post.url).hostname.replace(/^\[|\]$/g, "")
  if (isIP(host) !== 0 && !mayReach(host, trust)) return Promise.resolve({ ...PRIVATE, body: "", tookMs: 0 })
  return new Promise((resolve) => send(post, trust, resolve))
}

const PRIVATE: WebhookReply = {
  kind: "refused",
  why: "The address leads into a private network, where webhooks must not go.",
}

const mayReach = (address: string, { allowAddresses }: WebhookTrust): boolean =>
  isPublicAddress(address) || isInList(address, allowAddresses)

class PrivateAddress extends Error {}

/** Looks a name up as the connection does; an error where any of its addresses is not to be reached. */
function lookupFor(trust: WebhookTrust): LookupFunction {
  return (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return done(error, "", 0)
      if (!addresses.every(({ address }) => mayReach(address, trust))) return done(new PrivateAddress(hostname), "", 0)
      if (options.all) return done(null, addresses)
      const [first] = addresses
      done(null, first!.address, first!.family)
    })
}

function send(post: WebhookPost, trust: WebhookTrust, resolve: (answer: WebhookAnswer) => void): void {
  const begun = performance.now()
  const url = new URL(post.url)
  const timeoutMs = post.timeoutMs ?? TIMEOUT_MS
  const end = (reply: WebhookReply, body = "") => {
    clearTimeout(deadline)
    request.destroy()
    resolve({ ...reply, body, tookMs: Math.round(performance.now() - begun) })
  }
  const request = (url.protocol === "http:" ? httpRequest : httpsRequest)(url, {
    method: "POST",
    // A connection of its own: a kept one would be used again without looking.
    agent: false,
    ca: trust.ca,
    headers: headersOf(post),
    lookup: lookupFor(trust),
  })
  // For the whole exchange: a server that sends one byte a second must not hold a worker.
  const deadline = setTimeout(
    () => end({ kind: "unreachable", why: `No whole answer within ${timeoutMs / 1000} seconds.` }),
    timeoutMs,
  )
  request.on("error", (error) => end(replyOf(error)))
  request.on("response", (response) => {
    const reply = { kind: "answered" as const, status: response.statusCode ?? 0, retryAfterSeconds: pauseOf(response) }
    readSome(response, (body) => end(reply, body))
  })
  request.end(post.body)
}

function headersOf({ secret, id, at, body }: WebhookPost): Record<string, string | number> {
  return {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Mailroom",
    "webhook-id": id,
    "webhook-timestamp": Math.floor(at.getTime() / 1000),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
  }
}

/** The first letters of the answer; what follows is not waited for. A cut answer is an answer. */
function readSome(response: IncomingMessage, done: (body: string) => void): void {
  const parts: Buffer[] = []
  let bytes = 0
  const finish = () => done(Buffer.concat(parts).subarray(0, MOST_BODY).toString("utf8").replaceAll("\0", ""))
  response.on("data", (part: Buffer) => {
    parts.push(part)
    bytes += part.length
    if (bytes >= MOST_BODY) finish()
  })
  response.on("end", finish)
  response.on("error", finish)
}

/** Only whole seconds; a date is no more than a wish of the server that our own waits fulfil as well. */
function pauseOf({ headers }: IncomingMessage): number | null {
  const given = headers["retry-after"]
  return given && /^\d{1,6}$/.test(given) ? Number(given) : null
}

function replyOf(error: Error & { code?: string }): WebhookReply {
  if (error instanceof PrivateAddress) return PRIVATE
  return { kind: "unreachable", why: `The server could not be reached: ${error.code ?? error.message}.` }
}
