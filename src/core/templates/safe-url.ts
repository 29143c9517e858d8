const LINK_SCHEMES = new Set(["http", "https", "mailto", "tel", "sms"])
const PICTURE_SCHEMES = new Set(["http", "https", "cid"])

/** Where the address will stand: behind a click, or as the source of a picture. */
export type UrlPlace = "link" | "picture"

/**
 * The address as it may be printed, or null. Browsers drop tabs, line breaks and leading control characters before
 * they read the scheme, so these are dropped before it is judged. Only absolute addresses: an inbox has no base.
 */
export function safeUrl(raw: string, place: UrlPlace = "link"): string | null {
  const url = raw.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (char) =>
    char === " " ? "%20" : "",
  )
  const trimmed = url.replace(/^(%20)+|(%20)+$/g, "")
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase()
  if (!scheme) return place === "link" && trimmed.startsWith("#") ? trimmed : null
  const isAllowed = (place === "link" ? LINK_SCHEMES : PICTURE_SCHEMES).has(scheme)
  if (!isAllowed) return null
  return scheme === "http" || scheme === "https" ? webUrl(trimmed) : trimmed
}

/** Of links only these are ever rewritten for tracking. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

/** `http:evil` and `https:///x` are read differently by different clients: only the plain form passes. */
function webUrl(url: string): string | null {
  return /^https?:\/\/[^/\\]/i.test(url) ? url : null
}
