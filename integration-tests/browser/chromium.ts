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

/** A test that needs a browser; left out, and said so once by `tellWithoutBrowser`, where there is none. */
export const walk = chromiumPath ? it : it.skip

export function tellWithoutBrowser(what: string): void {
  if (!chromiumPath)
    process.stderr.write(`SKIPPED: ${what}. There is no Chromium here; install one or name it by MAILROOM_CHROMIUM.\n`)
}
