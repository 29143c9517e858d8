import { storedMail } from "../../../../../../runtime/stored-mail"
import { answer } from "../../../call"

/** Nothing in a mail may run or reach the admin: no scripts, no forms, no frames, an opaque origin. */
const POLICY =
  "sandbox; default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; font-src https: data:"

export const GET = answer(async ({ mailroom, params, res }) => {
  const stored = await storedMail(mailroom, params.id!)
  res.setHeader("Content-Security-Policy", POLICY)
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Referrer-Policy", "no-referrer")
  res.setHeader("Cache-Control", "no-store")
  res.type("html").send(stored.state === "rebuilt" ? stored.mail.html : notice(stored.state))
})

function notice(state: "redacted" | "not_kept"): string {
  const text =
    state === "redacted"
      ? "This mail held a secret link or code. Its body is not shown and was wiped when it had been sent."
      : "No copy of this mail was kept, or it is older than the time for which copies are kept."
  return `<!doctype html><meta charset="utf-8"><title>No body</title><p style="font:14px sans-serif;color:#555;padding:24px">${text}</p>`
}
