import { isFree } from "../../scripts/ports.mjs"
import { Trouble } from "../../scripts/trouble.mjs"
import { pause } from "./medusa.mjs"

/** Both ports must be ours before anything is made; after a killed run its store needs a moment to let go. */
export async function claimPorts({ port, mailboxPort, smtpUrl }, { wasKilled }) {
  if (!smtpUrl && port === mailboxPort)
    throw new Trouble(
      `PORT and MAILBOX_PORT are both ${port}: give the inbox another one, for example MAILBOX_PORT=${port + 1}.`,
    )
  await claim("PORT", port, "the store", wasKilled)
  if (!smtpUrl) await claim("MAILBOX_PORT", mailboxPort, "the inbox", wasKilled)
}

async function claim(name, port, what, isPatient) {
  const until = Date.now() + (isPatient ? 20_000 : 0)
  while (!(await isFree(port))) {
    if (Date.now() >= until)
      throw new Trouble(
        `Port ${port} for ${what} is taken by another program: stop that, or start with ${name}=${port + 1} npm start.`,
      )
    await pause(200)
  }
}
