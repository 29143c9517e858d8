import { mkdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { freePort } from "../../scripts/ports.mjs"

const require = createRequire(import.meta.url)

/**
 * MailDev inside this process: SMTP on a free port, the inbox (and its list as JSON at /email) on `port`.
 * Its parts are used one by one, because its front door takes over the signals and ends the process.
 */
export async function startMailCatcher({ home, port }) {
  const mailServer = require("maildev/lib/mailserver")
  const web = require("maildev/lib/web")
  require("maildev/lib/logger").setLevel(0)
  const folder = path.join(home, "mail")
  mkdirSync(folder, { recursive: true })
  const smtpPort = await freePort()
  mailServer.create(smtpPort, "127.0.0.1", folder)
  // A sender that hangs up in the middle is no reason to end the demo.
  mailServer.smtp.removeAllListeners("error")
  mailServer.smtp.on("error", () => undefined)
  await mailServer.listen()
  await mailServer.loadMailsFromDirectory()
  web.start(port, "127.0.0.1", mailServer, undefined, undefined, "/", {})
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        web.close()
        mailServer.close(resolve)
      }),
  }
}
