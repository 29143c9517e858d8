import { burst, classify } from "./classify"

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
const GMAIL = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"
const PREFETCH =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"

describe("classify", () => {
  it.each([
    ["open", FIREFOX, 3600, "human"],
    ["open", IPHONE, 45, "human"],
    ["click", FIREFOX, 30, "human"],
    ["open", GMAIL, 3, "human"],
    ["open", GMAIL, 60, "human"],
    ["open", "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", 5, "human"],
    ["open", FIREFOX, 8, "uncertain"],
    ["click", IPHONE, 10, "uncertain"],
    ["open", FIREFOX, 1.5, "machine"],
    ["open", FIREFOX, -3, "machine"],
    ["open", FIREFOX, null, "machine"],
    ["open", GMAIL, -1, "machine"],
    ["open", "Mozilla/5.0", 86_400, "machine"],
    ["click", "Mozilla/5.0", 86_400, "machine"],
    ["open", PREFETCH, 3600, "machine"],
    ["open", "", 3600, "machine"],
    ["open", null, 3600, "machine"],
    ["click", "curl/8.5.0", 3600, "machine"],
    ["click", "python-requests/2.31", 3600, "machine"],
    ["click", "Go-http-client/2.0", 3600, "machine"],
    ["click", `${FIREFOX} HeadlessChrome/120`, 3600, "machine"],
    ["click", "Mozilla/5.0 (compatible; Barracuda Sentinel)", 3600, "machine"],
    ["click", "Mozilla/5.0 (compatible; bingbot/2.0)", 3600, "machine"],
  ] as const)("%s by %s, %s s after sending: %s", (kind, userAgent, secondsAfterSent, wanted) => {
    expect(classify({ kind, userAgent, secondsAfterSent }).classification).toBe(wanted)
  })

  it("says by which rule and client it judged", () => {
    expect(classify({ kind: "open", userAgent: "Mozilla/5.0", secondsAfterSent: 99 })).toEqual({
      classification: "machine",
      score: 80,
      client: "apple_mpp",
      rule: 2,
    })
  })
})

describe("burst", () => {
  const click = (linkIndex: number, seconds: number) => ({
    linkIndex,
    at: new Date(1_700_000_000_000 + seconds * 1000),
  })

  it("is three different links within two seconds", () => {
    const clicks = [click(0, 0), click(1, 0.5), click(2, 1.9), click(3, 60)]
    expect(burst(clicks, 8)).toEqual(clicks.slice(0, 3))
  })

  it("is every link of the mail within ten seconds", () => {
    expect(burst([click(0, 0), click(1, 8)], 2)).toHaveLength(2)
    expect(burst([click(0, 0), click(1, 11)], 2)).toEqual([])
  })

  it("is not one link clicked many times, nor the only link of a mail", () => {
    expect(burst([click(0, 0), click(0, 0.1), click(0, 0.2)], 5)).toEqual([])
    expect(burst([click(0, 0)], 1)).toEqual([])
  })

  it("spares a reader who comes back later", () => {
    const clicks = [click(0, 0), click(1, 0.1), click(2, 0.2), click(2, 300)]
    expect(burst(clicks, 3)).not.toContain(clicks[3])
  })
})
