import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import type { Database } from "../database"
import { insertMissingKeys, selectKeys } from "../sql/keyring"

export type SigningKey = { kid: number; secret: Buffer; state: "active" | "verify" | "unsubscribe_only" }

type KeyRow = { kind: "signing" | "address" | "sealing"; kid: number; secret: Buffer; state: SigningKey["state"] }

/** Keys from the plugin options (`{ "1": "<secret>" }`), which win over the ones kept in the database. */
export type ConfiguredKeys = Record<string, string> | undefined

/**
 * The keys of this installation, made at the first start and kept. The address key never rotates: suppression hashes
 * must still match in ten years.
 */
export class KeyringService {
  private loaded?: Promise<{ signing: SigningKey[]; address: Buffer; sealing: Buffer }>

  constructor(
    private readonly db: Database,
    private readonly configured: ConfiguredKeys = undefined,
  ) {}

  /** Newest last; the newest active one signs, all verify. */
  async signingKeys(): Promise<SigningKey[]> {
    return (await this.keys()).signing
  }

  /** Keyed hash of a normalised address (32 bytes): what suppression keeps when everything else is erased. */
  async emailHash(emailNorm: string): Promise<Buffer> {
    return createHmac("sha256", (await this.keys()).address)
      .update(emailNorm, "utf8")
      .digest()
  }

  /** Keyed hash of whose hand clicked (16 bytes); says nothing once its minute is over. */
  async handHash(hand: string): Promise<Buffer> {
    return createHmac("sha256", (await this.keys()).address)
      .update(`hand\n${hand}`, "utf8")
      .digest()
      .subarray(0, 16)
  }

  /** Tells this installation from others that share a Redis, e.g. "9f86d081884c7d65"; says nothing of the key. */
  async installationMark(environment: string): Promise<string> {
    const mark = createHmac("sha256", (await this.keys()).address).update(`installation\n${environment}`, "utf8")
    return mark.digest("hex").slice(0, 16)
  }

  /** Keyed hash of why a promotion code is made (32 bytes): its digits come from it. */
  async codeHash(key: string): Promise<Buffer> {
    return createHmac("sha256", (await this.keys()).address)
      .update(`promotion\n${key}`, "utf8")
      .digest()
  }

  /** AES-256-GCM: nonce(12) || tag(16) || ciphertext. */
  async seal(plain: string): Promise<Buffer> {
    const nonce = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", (await this.keys()).sealing, nonce)
    const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }

  /** Throws when the bytes were not sealed with this installation's key. */
  async unseal(sealed: Buffer): Promise<string> {
    const decipher = createDecipheriv("aes-256-gcm", (await this.keys()).sealing, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8")
  }

  private keys() {
    // A failed load must not be remembered: the database may only have been away.
    this.loaded ??= this.load().catch((error) => {
      this.loaded = undefined
      throw error
    })
    return this.loaded
  }

  private async load() {
    const rows = await this.kept()
    const only = (kind: KeyRow["kind"]) => rows.filter((row) => row.kind === kind)
    return {
      signing: signingKeysOf(only("signing"), this.configured),
      address: only("address")[0]!.secret,
      sealing: only("sealing")[0]!.secret,
    }
  }

  /** Written only where one is missing: who may only read has them, too. */
  private async kept(): Promise<KeyRow[]> {
    const rows = await this.db.query<KeyRow>(selectKeys())
    const isThere = (kind: KeyRow["kind"]) => rows.some((row) => row.kind === kind)
    if (isThere("signing") && isThere("address") && isThere("sealing")) return rows
    await this.db.query(
      insertMissingKeys({ signing: randomBytes(32), address: randomBytes(32), sealing: randomBytes(32) }),
    )
    return this.db.query<KeyRow>(selectKeys())
  }
}

/**
 * Configured keys sign. The ones made at the first start go on verifying, so that the unsubscribe links of mails already
 * sent live on; where both have the same number, a token cannot say which it means and the configured one holds.
 */
function signingKeysOf(kept: SigningKey[], configured: ConfiguredKeys): SigningKey[] {
  if (!configured) return kept
  const given = configuredSigningKeys(configured)
  const verifying = kept
    .filter(({ kid }) => !given.some((key) => key.kid === kid))
    .map((key) => ({ ...key, state: key.state === "active" ? ("verify" as const) : key.state }))
  return [...verifying, ...given].sort((a, b) => a.kid - b.kid)
}

function configuredSigningKeys(configured: Record<string, string>): SigningKey[] {
  return Object.entries(configured)
    .map(([kid, secret]) => ({
      kid: Number(kid),
      secret: createHmac("sha256", "mailroom signing key").update(secret, "utf8").digest(),
      state: "active" as const,
    }))
    .sort((a, b) => a.kid - b.kid)
}
