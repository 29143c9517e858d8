import type { Token } from "../../../../core/tracking/tokens"
import type { Mailroom } from "../../../../modules/mailroom/mailroom"
import { visitorsHand } from "../../visitors-hand"
import {
  guarded,
  isHead,
  mailroomOf,
  methodNotAllowed,
  requestFacts,
  send,
  tokenOf,
  unknownLink,
} from "../../public-mailroom"

const HEADERS = {
  "Cache-Control": "no-store, private",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
}

/** To the target that stood in the mail; nothing in the request can name another. */
export const GET = guarded(async (req, res) => {
  const { tracking } = mailroomOf(req)
  const token = await tokenOf(req, "c", "b")
  const target = token && webUrl(await tracking.target(token))
  if (!token || !target) return unknownLink(res)
  if (!isHead(req)) await tracking.record({ token, ...requestFacts(req), hand: visitorsHand(req) })
  send(res, 302, { ...HEADERS, Location: isHead(req) ? target : await knownVisitor(mailroomOf(req), token, target) })
})

export const POST = methodNotAllowed("GET, HEAD")
export const PUT = POST
export const PATCH = POST
export const DELETE = POST

/** To the own storefront a reader who agreed to be tracked comes as a visitor who is known (docs/storefront.md). */
async function knownVisitor({ settings, visits, log }: Mailroom, token: Token, target: string): Promise<string> {
  const url = new URL(target)
  try {
    const { storefrontUrl } = (await settings.read()).general
    if (token.type !== "c" || !storefrontUrl || new URL(storefrontUrl).origin !== url.origin) return target
    const visitor = await visits.tokenOfReader(token.messageId)
    if (visitor) url.searchParams.set("mr", visitor)
    return url.href
  } catch (error) {
    // The reader wants the page; that we do not recognise him there is our loss alone.
    log.warn(`A reader goes to the storefront unknown: ${(error as Error).message}`)
    return target
  }
}

/** Links were checked when the mail was made; a header is too dangerous a place to rely on that. */
function webUrl(target: string | null): string | null {
  if (!target || !URL.canParse(target)) return null
  const { protocol, href } = new URL(target)
  return protocol === "https:" || protocol === "http:" ? href : null
}
