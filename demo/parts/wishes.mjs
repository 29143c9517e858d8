import path from "node:path"
import { Trouble } from "../../scripts/trouble.mjs"

/**
 * What the environment asks for, checked once.
 * PORT, MAILBOX_PORT: where shop and inbox answer. SMTP_URL: send there instead of into the mail catcher.
 * MAILROOM_DEMO_HOME: where everything is kept. DATABASE_URL: a PostgreSQL of one's own.
 */
export function readWishes(env, root) {
  return {
    port: portFrom("PORT", env.PORT, 9000),
    mailboxPort: portFrom("MAILBOX_PORT", env.MAILBOX_PORT, 1080),
    smtpUrl: urlFrom("SMTP_URL", env.SMTP_URL, ["smtp:", "smtps:"]),
    databaseUrl: urlFrom("DATABASE_URL", env.DATABASE_URL, ["postgres:", "postgresql:"]),
    home: path.resolve(root, env.MAILROOM_DEMO_HOME || ".demo"),
  }
}

function portFrom(name, value, otherwise) {
  if (!value) return otherwise
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Trouble(
    `${name}="${value}" is not a port: give a number from 1 to 65535, or leave it out for ${otherwise}.`,
  )
}

function urlFrom(name, value, protocols) {
  if (!value) return undefined
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  throw new Trouble(
    `${name} is not an address that begins with ${protocols[0]}// (for example ${protocols[0]}//user:password@host:port).`,
  )
}
