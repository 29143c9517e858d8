/** The key in the metadata of a cart, an order or a customer under which a storefront writes what was ticked. */
export const CONSENT_KEY = "mailroom_consent"

/** What a box at the checkout or the registration said, as the storefront wrote it down. */
export type MetadataConsent = {
  /** True: the box was ticked. False: an opt-out was ticked. Null: only other boxes are told. */
  marketing: boolean | null
  /** Ids or slugs of topics; none = those that are on for new customers, else Newsletters. */
  topics: string[]
  /** A box of its own. */
  tracking: boolean | null
  /**
   * A box of its own, for marketing by SMS to this number, as it was typed. Not there where nothing is said: what was taken
   * over before Mailroom knew of SMS must not look as if it were said anew.
   */
  sms?: boolean
  phone?: string | null
  /** The words beside the box, as they were shown. */
  wording: string | null
  locale: string | null
  pageUrl: string | null
}

/**
 * Reads `metadata.mailroom_consent`; null when it says nothing that could be understood. A storefront that sends `true`
 * alone has told no wording: that is no proof, so it is taken as a request that has to be confirmed, never as a consent.
 */
export function metadataConsent(metadata: unknown): MetadataConsent | null {
  const said = (metadata as Record<string, unknown> | null | undefined)?.[CONSENT_KEY]
  if (typeof said === "boolean") return { ...nothing, marketing: said }
  if (typeof said !== "object" || said === null || Array.isArray(said)) return null
  const given = said as Record<string, unknown>
  const sms = yesOrNo(given.sms)
  const consent: MetadataConsent = {
    marketing: yesOrNo(given.marketing),
    topics: Array.isArray(given.topics) ? given.topics.filter(isText).slice(0, 50) : [],
    tracking: yesOrNo(given.tracking),
    wording: text(given.wording, 4000),
    locale: localeOf(given.locale),
    pageUrl: text(given.page_url, 2048),
    ...(sms !== null && { sms, phone: text(given.phone, 40) }),
  }
  return consent.marketing === null && consent.tracking === null && sms === null ? null : consent
}

const nothing: MetadataConsent = {
  marketing: null,
  topics: [],
  tracking: null,
  wording: null,
  locale: null,
  pageUrl: null,
}

// Form posts carry texts: a storefront that passes "true" on means true.
function yesOrNo(value: unknown): boolean | null {
  if (value === true || value === "true") return true
  return value === false || value === "false" ? false : null
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0 && value.length <= 80

function text(value: unknown, length: number): string | null {
  return typeof value === "string" && value.trim() ? value.trim().slice(0, length) : null
}

function localeOf(value: unknown): string | null {
  return typeof value === "string" && /^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/i.test(value) ? value : null
}
