import { MedusaError } from "@medusajs/framework/utils"
import { changeSettings, SECRET_NAMES, type SecretName } from "../../../core/settings/change-settings"
import {
  resolveSettings,
  SECTIONS,
  type ResolvedSettings,
  type StoredSettings,
} from "../../../core/settings/resolve-settings"
import type { Settings } from "../../../core/settings/settings"
import { smtpTarget, type SmtpTarget } from "../../../core/settings/smtp-target"
import type { Database, Db } from "../database"
import { environmentOf, instanceUrlOf, type MailroomOptions } from "../options"
import { deleteSetting, lockSettings, selectSettings, upsertSetting, type SettingRow } from "../sql/settings"
import type { KeyringService } from "./keyring"

/** What the admin sees: secrets only as set or not set. */
export type SettingsAnswer = {
  settings: Settings
  defaults: Settings
  secrets: Record<SecretName, { is_set: boolean }>
  is_locked: boolean
  smtp_from_option: string | null
  updated_at: string | null
  updated_by: string | null
}

type Loaded = ResolvedSettings & { rows: SettingRow[]; secrets: Partial<Record<SecretName, string>> }

/** A change in one process reaches the others within this time. */
const CACHE_MS = 2000

/** What a merchant changes (F60). Plugin options are its defaults, or with `locked: true` the whole of it. */
export class SettingsService {
  private cached?: { until: number; loaded: Promise<Loaded> }

  constructor(
    private readonly db: Database,
    private readonly options: MailroomOptions,
    private readonly keyring: KeyringService,
  ) {}

  /** The settings that hold; at most two seconds old. */
  async read(): Promise<Settings> {
    return (await this.load()).settings
  }

  /** The SMTP server with its password and DKIM key; null when none is configured. Never hand it to the outside. */
  async smtp(): Promise<SmtpTarget | null> {
    const { settings, secrets } = await this.load()
    return smtpTarget({ smtpUrl: this.options.smtpUrl, transport: settings.transport, secrets })
  }

  /** Sentences about options and stored settings that are ignored because they are wrong. */
  async problems(): Promise<ResolvedSettings["problems"]> {
    return (await this.load()).problems
  }

  async view(): Promise<SettingsAnswer> {
    const { settings, defaults, rows } = await this.load()
    const newest = [...rows].sort((a, b) => Number(new Date(b.updated_at)) - Number(new Date(a.updated_at)))[0]
    return {
      settings,
      defaults,
      secrets: {
        smtpPassword: { is_set: rows.some(({ key }) => key === "secret.smtpPassword") },
        dkimPrivateKey: { is_set: rows.some(({ key }) => key === "secret.dkimPrivateKey") },
      },
      is_locked: this.options.locked,
      smtp_from_option: this.options.smtpUrl ? new URL(this.options.smtpUrl).host : null,
      updated_at: newest ? new Date(newest.updated_at).toISOString() : null,
      updated_by: newest?.updated_by ?? null,
    }
  }

  /** `{ general: { baseUrl }, secrets: { smtpPassword } }`: only what is sent changes. Throws INVALID_DATA with the way out. */
  async write(change: Record<string, unknown>, by: string | null): Promise<SettingsAnswer> {
    if (this.options.locked)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The settings are locked by the plugin option locked: true. Change them in medusa-config.ts.",
      )
    await this.db.transaction(async (tx) => {
      await tx.query(lockSettings())
      const rows = await tx.query<SettingRow>(selectSettings())
      const stored = sectionsOf(rows)
      const current = this.resolve(stored).settings
      const verdict = changeSettings({ stored, current, change })
      if (!verdict.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, verdict.problem)
      for (const [key, value] of Object.entries(verdict.stored)) await tx.query(upsertSetting({ key, value, by }))
      await this.writeSecrets(tx, verdict.secrets, by)
    })
    this.cached = undefined
    return this.view()
  }

  private async writeSecrets(tx: Db, secrets: Partial<Record<SecretName, string | null>>, by: string | null) {
    for (const [name, secret] of Object.entries(secrets)) {
      const key = `secret.${name}`
      if (secret === null) await tx.query(deleteSetting(key))
      else {
        const sealed = (await this.keyring.seal(secret)).toString("base64")
        await tx.query(upsertSetting({ key, value: { sealed }, by }))
      }
    }
  }

  private resolve(stored: StoredSettings): ResolvedSettings {
    const { settings = {}, locked } = this.options
    const general = {
      baseUrl: instanceUrlOf(this.options) ?? localUrlOf(this.options),
      ...(settings.general as object),
    }
    const fromOptions = { ...settings, general }
    return resolveSettings({ fromOptions, stored, isLocked: locked })
  }

  private load(): Promise<Loaded> {
    const now = performance.now()
    if (this.cached && now < this.cached.until) return this.cached.loaded
    const loaded = this.loadNow()
    const cached = { until: now + CACHE_MS, loaded }
    this.cached = cached
    // A failed load must not be remembered: the database may only have been away.
    loaded.catch(() => {
      if (this.cached === cached) this.cached = undefined
    })
    return loaded
  }

  private async loadNow(): Promise<Loaded> {
    const rows = await this.db.query<SettingRow>(selectSettings())
    const resolved = this.resolve(sectionsOf(rows))
    const secrets: Partial<Record<SecretName, string>> = {}
    for (const name of SECRET_NAMES) {
      const sealed = rows.find(({ key }) => key === `secret.${name}`)?.value as { sealed: string } | undefined
      if (!sealed) continue
      const secret = await this.unseal(sealed.sealed)
      if (secret === null)
        resolved.problems.push({
          source: "setting",
          sentence: `The stored secret "${name}" was sealed with another key and cannot be read: enter it again.`,
        })
      else secrets[name] = secret
    }
    return { ...resolved, rows, secrets }
  }

  /** Null when the bytes were sealed by another installation's key. */
  private async unseal(sealed: string): Promise<string | null> {
    // The keys are loaded first, so that only a wrong seal is caught here and not an absent database.
    await this.keyring.signingKeys()
    return this.keyring.unseal(Buffer.from(sealed, "base64")).catch(() => null)
  }
}

/** While developing, the store answers on this machine; in production nobody may guess. */
function localUrlOf(options: MailroomOptions): string | null {
  return environmentOf(options) === "production" ? null : `http://localhost:${process.env.PORT ?? 9000}`
}

function sectionsOf(rows: SettingRow[]): StoredSettings {
  const known = rows.filter(({ key }) => (SECTIONS as string[]).includes(key))
  return Object.fromEntries(known.map(({ key, value }) => [key, value])) as StoredSettings
}
