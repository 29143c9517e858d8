/** What a person read on, as coarse as a report needs it. `proxy`: Gmail or Yahoo fetched it and says nothing of the reader. */
export const DEVICES = ["phone", "tablet", "computer", "proxy", "unknown"] as const
export type Device = (typeof DEVICES)[number]

/** From the name that a browser or mail program gives itself. */
export function deviceOf(userAgent: string | null): Device {
  const agent = userAgent ?? ""
  if (/GoogleImageProxy|YahooMailProxy/.test(agent)) return "proxy"
  if (/iPad|Tablet|Kindle|Silk\//.test(agent) || (/Android/.test(agent) && !/Mobile/.test(agent))) return "tablet"
  if (/iPhone|iPod|Android|Mobile|Windows Phone/.test(agent)) return "phone"
  return /Windows|Macintosh|Mac OS X|X11|Linux|CrOS|Thunderbird|Outlook/.test(agent) ? "computer" : "unknown"
}
