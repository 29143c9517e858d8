/** Hosts that only lead on: filters cannot see where to, so they trust none of it. A shop's own short domain is not among them. */
export const SHORTENERS: ReadonlySet<string> = new Set([
  ...["bit.ly", "bitly.com", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "v.gd", "buff.ly", "cutt.ly"],
  ...["rebrand.ly", "rb.gy", "t.ly", "shorturl.at", "tiny.cc", "s.id", "bl.ink", "short.io", "soo.gd", "clck.ru"],
  ...["lnkd.in", "adf.ly", "kurzelinks.de", "qr.ae", "shorte.st", "u.to", "x.co", "urlz.fr", "tiny.one", "dub.sh"],
])
