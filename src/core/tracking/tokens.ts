import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

/** A key of the ring as it is stored: `verify` keys only read, `unsubscribe_only` ones (leaked) read nothing else. */
export type TokenKey = { kid: number; secret: Buffer; state: "active" | "verify" | "unsubscribe_only" }

/** Types whose 16 bytes are a message's id: open, click, unsubscribe, preferences, view in browser, inbound. */
export type MessageTokenType = "o" | "c" | "u" | "p" | "v" | "i"

/** Types whose 16 bytes are another id: double opt-in (subscription request), preferences of an address, a notice. */
export type SubjectTokenType = "d" | "s" | "n"

type OfMessage<T> = T extends MessageTokenType ? { type: T; messageId: string } : never
type OfSubject<T> = T extends SubjectTokenType ? { type: T; subjectId: string } : never

export type Token =
  | { type: "c"; messageId: string; linkIndex: number }
  | OfMessage<Exclude<MessageTokenType, "c">>
  | OfSubject<SubjectTokenType>
  | { type: "k"; cartId: string }
  /** A visitor of the storefront; good until `hour` (hours since 1970). */
  | { type: "w"; contactId: string; hour: number }
  | { type: "a"; templateVersionId: string; sourceId: string }
  | { type: "b"; templateVersionId: string; sourceId: string; linkIndex: number }
  /** An answer to a poll in this mail; 0: the poll with nothing chosen yet. */
  | { type: "q"; messageId: string; pollId: string; answer: number }

const VERSION = 1
const HEAD = 3
const ID = 16
const MAC = 16
const MAX_TEXT = 64
const HOUR_MS = 3_600_000
const POLL_PREFIX = "mpoll_"
const POLL = 12

/**
 * `ver(1) | kid(1) | type(1) | messageId(16) | linkIndex(2, only c) | mac(16)` as base64url: 47 characters, 50 for a
 * click. Each type and each link has bytes of its own as MAC, so that an open token never works as an unsubscribe.
 */
export function mintToken(token: {
  key: Pick<TokenKey, "kid" | "secret">
  type: MessageTokenType
  messageId: string
  /** Only of a click; 0 to 65535. */
  linkIndex?: number
}): string {
  const { key, type, messageId } = token
  if (type !== "c") return sealed(key, type, uuidBytes(messageId))
  const payload = Buffer.allocUnsafe(ID + 2)
  payload.set(uuidBytes(messageId))
  payload.writeUInt16BE(linkIndexOf(token.linkIndex), ID)
  return sealed(key, type, payload)
}

/** A link about a subscription request (`d`), to the preferences of an address without a mail (`s`), or of a notice (`n`). */
export function mintSubjectToken(token: {
  key: Pick<TokenKey, "kid" | "secret">
  type: SubjectTokenType
  subjectId: string
}): string {
  return sealed(token.key, token.type, uuidBytes(token.subjectId))
}

/** The link that brings a cart back; it is made before the message has an id, so it carries the cart's. */
export function mintCartToken({ key, cartId }: { key: Pick<TokenKey, "kid" | "secret">; cartId: string }): string {
  return sealed(key, "k", textBytes(cartId, "cartId"))
}

/** By what the storefront's script knows a person who agreed to be tracked, for so long. */
export function mintVisitorToken(token: {
  key: Pick<TokenKey, "kid" | "secret">
  contactId: string
  until: Date
}): string {
  const payload = Buffer.allocUnsafe(ID + 4)
  payload.set(uuidBytes(token.contactId))
  payload.writeUInt32BE(Math.floor(token.until.getTime() / HOUR_MS), ID)
  return sealed(token.key, "w", payload)
}

/**
 * The pixel (no linkIndex) or link of a mail to somebody who did not agree to be tracked: the same for all recipients
 * of one template version, so that it can say nothing about a person.
 */
export function mintAggregateToken(token: {
  key: Pick<TokenKey, "kid" | "secret">
  templateVersionId: string
  sourceId: string
  linkIndex?: number
}): string {
  const { key, templateVersionId, sourceId, linkIndex } = token
  const source = textBytes(sourceId, "sourceId")
  if (linkIndex === undefined) return sealed(key, "a", Buffer.concat([uuidBytes(templateVersionId), source]))
  return sealed(key, "b", Buffer.concat([uuidBytes(templateVersionId), indexBytes(linkIndex), source]))
}

/** The link of one answer to a poll in one mail: whoever has it can answer for that mail's reader, and say nothing else. */
export function mintPollToken(token: {
  key: Pick<TokenKey, "kid" | "secret">
  messageId: string
  pollId: string
  /** 0 to 65535. */
  answer: number
}): string {
  const poll = Buffer.from(token.pollId.slice(POLL_PREFIX.length), "hex")
  if (poll.length !== POLL) throw new Error(`A poll token needs the id of a poll, "${token.pollId}" is none.`)
  return sealed(token.key, "q", Buffer.concat([uuidBytes(token.messageId), indexBytes(token.answer), poll]))
}

/** What a token says, or null for every forged, cut, foreign or retired one. Never throws. */
export function readToken(keys: readonly TokenKey[], token: string): Token | null {
  if (token.length > 200) return null
  const bytes = Buffer.from(token, "base64url")
  // Buffer skips what is not base64url and ignores spare bits: only the one canonical spelling counts.
  if (bytes.length < HEAD + MAC + 1 || bytes.toString("base64url") !== token || bytes[0] !== VERSION) return null
  const type = String.fromCharCode(bytes[2]!)
  const key = keys.find(({ kid }) => kid === bytes[1])
  if (!key || !isTokenType(type) || (key.state === "unsubscribe_only" && type !== "u")) return null
  const signed = bytes.subarray(0, bytes.length - MAC)
  if (!timingSafeEqual(macOf(key.secret, type, signed), bytes.subarray(bytes.length - MAC))) return null
  return payloadOf(type, signed.subarray(HEAD))
}

/** The newest active key; all tokens are signed by it. */
export function signingKeyOf(keys: readonly TokenKey[]): TokenKey {
  const key = [...keys].reverse().find(({ state }) => state === "active")
  if (!key) throw new Error("No active signing key: set plugin option signingKeys or restore table mailroom.keyring.")
  return key
}

const TYPES = ["o", "c", "u", "p", "v", "i", "d", "s", "n", "k", "w", "a", "b", "q"] as const
type TokenType = (typeof TYPES)[number]

function isTokenType(type: string): type is TokenType {
  return (TYPES as readonly string[]).includes(type)
}

function payloadOf(type: TokenType, payload: Buffer): Token | null {
  const id = () => uuidOf(payload)
  const text = (from: number) => payload.subarray(from).toString("utf8")
  if (type === "k") return { type, cartId: text(0) }
  if (payload.length < ID) return null
  if (type === "w") return payload.length === ID + 4 ? { type, contactId: id(), hour: payload.readUInt32BE(ID) } : null
  if (type === "a") return { type, templateVersionId: id(), sourceId: text(ID) }
  if (type === "b" && payload.length > ID + 2)
    return { type, templateVersionId: id(), linkIndex: payload.readUInt16BE(ID), sourceId: text(ID + 2) }
  if (type === "q")
    return payload.length === ID + 2 + POLL
      ? {
          type,
          messageId: id(),
          answer: payload.readUInt16BE(ID),
          pollId: POLL_PREFIX + payload.toString("hex", ID + 2),
        }
      : null
  if (type === "c" && payload.length === ID + 2) return { type, messageId: id(), linkIndex: payload.readUInt16BE(ID) }
  if (type === "b" || type === "c" || payload.length !== ID) return null
  return (type === "d" || type === "s" || type === "n" ? { type, subjectId: id() } : { type, messageId: id() }) as Token
}

function sealed(key: Pick<TokenKey, "kid" | "secret">, type: TokenType, payload: Buffer): string {
  const token = Buffer.allocUnsafe(HEAD + payload.length + MAC)
  const signed = token.subarray(0, HEAD + payload.length)
  signed[0] = VERSION
  signed[1] = key.kid
  signed[2] = type.charCodeAt(0)
  token.set(payload, HEAD)
  token.set(macOf(key.secret, type, signed), signed.length)
  return token.toString("base64url")
}

function macOf(secret: Buffer, type: TokenType, signed: Buffer): Buffer {
  // Of another length it is no token of a message, whatever it says.
  const isClick = type === "c" && signed.length === HEAD + ID + 2
  const row = isClick ? CLICK_ROW + signed.readUInt16BE(HEAD + ID) : MESSAGE_ROWS.indexOf(type)
  if (row >= 0 && (isClick || signed.length === HEAD + ID))
    return messageMac(secret, signed.subarray(HEAD, HEAD + ID), row)
  return createHmac("sha256", keyFor(secret, type)).update(signed).digest().subarray(0, MAC)
}

/** Where the MAC of each token of a message stands among all of them; its clicks follow. */
const MESSAGE_ROWS: TokenType[] = ["o", "u", "p", "v", "i"]
const CLICK_ROW = MESSAGE_ROWS.length
const ROWS = 16

/** SHAKE256's block, filled by the key (as KMAC does, NIST SP 800-185 §4), then message and sheet. */
const RATE = 136

/**
 * One call gives sixteen MACs of a message: a mail has about seven, and seven HMACs took a tenth of the time of sending
 * it. A sponge that begins with its key is a MAC; SHA-2 would not be.
 */
function messageMac(secret: Buffer, id: Buffer, row: number): Buffer {
  const sheet = Math.floor(row / ROWS)
  if (!last.macs || last.secret !== secret || last.sheet !== sheet || !last.id.equals(id)) {
    const given = Buffer.alloc(RATE + ID + 2)
    given.set(keyFor(secret, "message"))
    given.set(id, RATE)
    given.writeUInt16BE(sheet, RATE + ID)
    const macs = createHash("shake256", { outputLength: ROWS * MAC })
      .update(given)
      .digest()
    last = { secret, id: Buffer.from(id), sheet, macs }
  }
  const from = (row % ROWS) * MAC
  return last.macs!.subarray(from, from + MAC)
}

// The tokens of a mail are minted one after another.
let last: { secret: Buffer; id: Buffer; sheet: number; macs: Buffer | null } = {
  secret: Buffer.alloc(0),
  id: Buffer.alloc(0),
  sheet: 0,
  macs: null,
}

// Thousands of mails a second: to derive a key would cost more than all their MACs.
const derivedKeys = new WeakMap<Buffer, Map<string, Buffer>>()

function keyFor(secret: Buffer, use: TokenType | "message"): Buffer {
  let ofSecret = derivedKeys.get(secret)
  if (!ofSecret) derivedKeys.set(secret, (ofSecret = new Map()))
  let key = ofSecret.get(use)
  if (!key) ofSecret.set(use, (key = Buffer.from(hkdfSync("sha256", secret, "", `mailroom/${use}`, 32))))
  return key
}

// The seven tokens of a mail are minted one after another, all with its id.
let lastId = { id: "", bytes: Buffer.alloc(0) }

function uuidBytes(id: string): Buffer {
  if (lastId.id === id) return lastId.bytes
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex")
  if (bytes.length !== ID) throw new Error(`A token needs a UUID, "${id}" is none.`)
  lastId = { id, bytes }
  return bytes
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString("hex", 0, ID)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function indexBytes(index: number): Buffer {
  const bytes = Buffer.allocUnsafe(2)
  bytes.writeUInt16BE(linkIndexOf(index))
  return bytes
}

function linkIndexOf(index: number | undefined): number {
  if (index === undefined || !Number.isInteger(index) || index < 0 || index > 0xffff)
    throw new Error(`A click token needs a link index of 0 to 65535, not ${index}.`)
  return index
}

function textBytes(text: string, name: string): Buffer {
  const bytes = Buffer.from(text, "utf8")
  if (bytes.length === 0 || bytes.length > MAX_TEXT)
    throw new Error(`A token's ${name} must be 1 to ${MAX_TEXT} bytes, "${text}" is ${bytes.length}.`)
  return bytes
}
