import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

/** A key of the ring as it is stored: `verify` keys only read, `unsubscribe_only` ones (leaked) read nothing else. */
export type TokenKey = { kid: number; secret: Buffer; state: "active" | "verify" | "unsubscribe_only" }

/** Types whose 16 bytes are a message's id: open, click, unsubscribe, preferences, view in browser, inbound. */
export type MessageTokenType = "o" | "c" | "u" | "p" | "v" | "i"

/** Types whose 16 bytes are another id: double opt-in (subscription request), preferences of an address. */
export type SubjectTokenType = "d" | "s"

type OfMessage<T> = T extends MessageTokenType ? { type: T; messageId: string } : never
type OfSubject<T> = T extends SubjectTokenType ? { type: T; subjectId: string } : never

export type Token =
  | { type: "c"; messageId: string; linkIndex: number }
  | OfMessage<Exclude<MessageTokenType, "c">>
  | OfSubject<SubjectTokenType>
  | { type: "k"; cartId: string }
  | { type: "a"; templateVersionId: string; sourceId: string }
  | { type: "b"; templateVersionId: string; sourceId: string; linkIndex: number }

const VERSION = 1
const HEAD = 3
const ID = 16
const MAC = 16
const MAX_TEXT = 64

/**
 * `ver(1) | kid(1) | type(1) | messageId(16) | linkIndex(2, only c) | mac(16)` as base64url: 47 characters, 50 for a
 * click. Each type has a key of its own, so that an open token never works as an unsubscribe.
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

/** A link about a subscription request (`d`) or to the preferences of an address without a mail (`s`). */
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

const TYPES = ["o", "c", "u", "p", "v", "i", "d", "s", "k", "a", "b"] as const
type TokenType = (typeof TYPES)[number]

function isTokenType(type: string): type is TokenType {
  return (TYPES as readonly string[]).includes(type)
}

function payloadOf(type: TokenType, payload: Buffer): Token | null {
  const id = () => uuidOf(payload)
  const text = (from: number) => payload.subarray(from).toString("utf8")
  if (type === "k") return { type, cartId: text(0) }
  if (payload.length < ID) return null
  if (type === "a") return { type, templateVersionId: id(), sourceId: text(ID) }
  if (type === "b" && payload.length > ID + 2)
    return { type, templateVersionId: id(), linkIndex: payload.readUInt16BE(ID), sourceId: text(ID + 2) }
  if (type === "c" && payload.length === ID + 2) return { type, messageId: id(), linkIndex: payload.readUInt16BE(ID) }
  if (type === "b" || type === "c" || payload.length !== ID) return null
  return (type === "d" || type === "s" ? { type, subjectId: id() } : { type, messageId: id() }) as Token
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
  return createHmac("sha256", typeKey(secret, type)).update(signed).digest().subarray(0, MAC)
}

// Seven tokens a mail at thousands of mails a second: the derivation would cost more than all the MACs.
const typeKeys = new WeakMap<Buffer, Map<TokenType, Buffer>>()

function typeKey(secret: Buffer, type: TokenType): Buffer {
  let ofSecret = typeKeys.get(secret)
  if (!ofSecret) typeKeys.set(secret, (ofSecret = new Map()))
  let key = ofSecret.get(type)
  if (!key) ofSecret.set(type, (key = Buffer.from(hkdfSync("sha256", secret, "", `mailroom/${type}`, 32))))
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
