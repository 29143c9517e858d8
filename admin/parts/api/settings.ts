import type { Font } from "../../../src/core/templates/fonts"
import type { Settings } from "../../../src/core/settings/settings"

export type { Settings }

export type SettingsAnswer = {
  settings: Settings
  defaults: Settings
  /** Secrets are written, never read back. */
  secrets: { smtpPassword: { is_set: boolean }; dkimPrivateKey: { is_set: boolean } }
  is_locked: boolean
  smtp_from_option: string | null
  updated_at: string | null
  updated_by: string | null
}

export type SettingsChange = { [Section in keyof Settings]?: Partial<Settings[Section]> } & {
  secrets?: { smtpPassword?: string | null; dkimPrivateKey?: string | null }
}

export type SenderInput = {
  name: string
  from_name: string
  from_email: string | null
  marketing_from_email: string | null
  reply_to: string | null
  postal_address: string | null
  storefront_url: string | null
  brand: {
    shopName: string
    logoUrl: string | null
    primaryColor: string
    backgroundColor: string
    font: Font
    footerText: string
    socialLinks: { label: string; url: string }[]
  }
  locale: string
  sales_channel_ids: string[]
  is_default?: boolean
}
export type Sender = SenderInput & { id: string; is_default: boolean; created_at: string; updated_at: string }

export type Rights = { see: boolean; edit: boolean; send: boolean; mail_out: boolean }
export type MyRights = { user_id: string | null; rights: Rights; is_open: boolean }
export type UserRights = { user_id: string; email: string | null; name: string | null; rights: Rights; is_set: boolean }
