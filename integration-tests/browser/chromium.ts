import { existsSync } from "node:fs"
import { chromium, type Browser } from "playwright-core"

const PLACES = [
  process.env.MAILROOM_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** The browser of this machine, if it has one; MAILROOM_CHROMIUM names another. */
export const chromiumPath: string | undefined = PLACES.find((place) => place && existsSync(place))

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ARGUMENTS })
}
