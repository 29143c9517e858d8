import {
  Tag,
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs"
import { withUtm } from "../core/mailings/utm"
import { escapeHtml } from "../core/templates/escape"
import { isWebUrl, safeUrl, type UrlPlace } from "../core/templates/safe-url"
import { mailStateOf, type MailState } from "./mail-state"

/** Tags that only the compiler writes: `{% mail_link 3 %}`, `{% mail_url link %}…{% endmail_url %}`, `{% mail_pixel %}`. */
export function registerMailTags(liquid: Liquid): void {
  liquid.registerTag("mail_link", FixedLink)
  liquid.registerTag("mail_url", Address)
  liquid.registerTag("mail_pixel", Pixel)
}

/** A target known at compile time: its tracked address, or the target itself. */
class FixedLink extends Tag {
  private readonly index: number

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    this.index = Number(token.args)
  }

  render(context: Context, emitter: Emitter): void {
    const { links, linkUrl } = mailStateOf(context)
    emitter.write(escapeHtml(linkUrl?.(this.index) ?? links[this.index] ?? "#"))
  }
}

type AddressUse = "link" | "untracked" | "picture"

/** An address with variables in it: put together, its scheme checked, tracked if it is a web link. */
class Address extends Tag {
  private readonly templates: Template[] = []
  private readonly use: AddressUse

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid)
    this.use = token.args.trim() as AddressUse
    while (remaining.length > 0) {
      const next = remaining.shift()!
      if ((next as TagToken).name === "endmail_url") return
      this.templates.push(parser.parseToken(next, remaining))
    }
    throw new Error(`An address that begins with a variable is not closed: ${token.getText()}`)
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
    const written = yield this.liquid.renderer.renderTemplates(this.templates, context)
    const place: UrlPlace = this.use === "picture" ? "picture" : "link"
    const url = safeUrl(written, place)
    const printed = url === null ? refusedUrl(place) : this.use === "link" ? linked(url, mailStateOf(context)) : url
    emitter.write(escapeHtml(printed))
  }

  *children(): Generator<unknown, Template[]> {
    yield* [] // liquidjs wants a generator; there is nothing to wait for
    return this.templates
  }
}

class Pixel extends Tag {
  render(context: Context, emitter: Emitter): void {
    const { pixelUrl } = mailStateOf(context)
    if (pixelUrl === null) return
    emitter.write(
      `<img src="${escapeHtml(pixelUrl)}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0" />`,
    )
  }
}

const linked = (url: string, state: MailState) => tracked(state.utm ? withUtm(url, state.utm) : url, state)

/** The same target met again keeps its index, so a picture and the title beside it count as one link. */
function tracked(url: string, state: MailState): string {
  if (!state.linkUrl || !isWebUrl(url)) return url
  const known = state.dynamicLinks.indexOf(url)
  const position = known === -1 ? state.dynamicLinks.length : known
  const rewritten = state.linkUrl(state.links.length + position)
  if (rewritten === null) return url
  if (known === -1) state.dynamicLinks.push(url)
  return rewritten
}

function refusedUrl(place: UrlPlace): string {
  return place === "link" ? "#" : ""
}
