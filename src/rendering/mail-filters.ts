import type { Context, Liquid } from "liquidjs"
import { isDay } from "../core/contacts/contact-field"
import { cssValue, escapeHtml } from "../core/templates/escape"
import { countryName } from "../core/templates/country-name"
import { formatDate, isDateStyle } from "../core/templates/format-date"
import { formatNumber } from "../core/templates/format-number"
import { formatMoney, isAmount, negated } from "../core/templates/format-money"
import { textOf } from "../core/templates/text-of"
import { mailStateOf } from "./mail-state"

type This = { context: Context }

/** Longer input is no text of a mail; without a bound a doubling template would fill the memory in one filter. */
const MOST_CHARACTERS = 2_000_000

/**
 * `{{ order.total | money: order.currency }}` and `{{ order.placedAt | date }}` (`"short"`, `"datetime"`, `"time"`)
 * write as the mail's locale does. The `place_…` filters are put in by the compiler, nobody writes them.
 */
export function registerMailFilters(liquid: Liquid, { isHtml }: { isHtml: boolean }): void {
  liquid.registerFilter("money", function (this: This, amount: unknown, currency: unknown) {
    return amount === null || amount === undefined
      ? ""
      : formatMoney(textOf(amount), textOf(currency), mailStateOf(this.context).locale)
  })
  liquid.registerFilter("date", function (this: This, at: unknown, style: unknown = "long") {
    const { locale, timeZone } = mailStateOf(this.context)
    return formatDate(textOf(at), isDateStyle(textOf(style)) ? (textOf(style) as "long") : "long", locale, timeZone)
  })
  // One of the merchant's own fields: days and numbers as the mail's language writes them, nothing for what is not there.
  liquid.registerFilter("field", function (this: This, value: unknown) {
    const { locale } = mailStateOf(this.context)
    if (typeof value === "number") return formatNumber(value, locale)
    const said = textOf(value)
    return isDay(said) ? formatDate(said, "long", locale, "UTC") : said
  })
  liquid.registerFilter("minus_money", function (this: This, amount: unknown, currency: unknown) {
    return formatMoney(negated(textOf(amount)), textOf(currency), mailStateOf(this.context).locale)
  })
  liquid.registerFilter("is_amount", (amount: unknown, currency: unknown) => isAmount(textOf(amount), textOf(currency)))
  // Whether the item at this place (from 0) begins another row of so many columns.
  liquid.registerFilter("starts_row", (index: unknown, columns: unknown) => {
    const at = Number(index)
    return at > 0 && at % Number(columns) === 0
  })
  // Where a reader answers a poll: `{{ "mpoll_…" | poll_url: 2 }}`, without a number with nothing chosen yet.
  liquid.registerFilter("poll_url", function (this: This, pollId: unknown, answer: unknown = 0) {
    const { pollUrl } = mailStateOf(this.context)
    const number = Number(answer)
    const isPoll =
      /^mpoll_[0-9a-f]{24}$/.test(textOf(pollId)) && Number.isInteger(number) && number >= 0 && number < 1000
    if (!isPoll || pollUrl === null) return "#"
    return typeof pollUrl === "string" ? pollUrl : (pollUrl(textOf(pollId), number) ?? "#")
  })
  liquid.registerFilter("country", function (this: This, code: unknown) {
    return countryName(textOf(code), mailStateOf(this.context).locale)
  })
  liquid.registerFilter("place_css", { raw: true, handler: (value: unknown) => cssValue(textOf(value)) })
  liquid.registerFilter("place_url_whole", { raw: true, handler: (value: unknown) => bounded(textOf(value)) })
  liquid.registerFilter("place_url_path", { raw: true, handler: (value: unknown) => urlPath(bounded(textOf(value))) })
  liquid.registerFilter("place_url_query", {
    raw: true,
    handler: (value: unknown) => encodeURIComponent(wellFormed(bounded(textOf(value)))),
  })
  liquid.registerFilter("place_url_mail", {
    raw: true,
    handler: (value: unknown) => encodeURI(wellFormed(bounded(textOf(value)))).replace(/[?&#]/g, encodeURIComponent),
  })
  if (isHtml) registerHtmlFilters(liquid)
  else liquid.registerFilter("newline_to_br", (value: unknown) => textOf(value))
}

/** Liquid's own filters that already escape must not be escaped once more. */
function registerHtmlFilters(liquid: Liquid): void {
  const escape = (value: unknown) => escapeHtml(bounded(textOf(value)))
  liquid.registerFilter("escape", { raw: true, handler: escape })
  liquid.registerFilter("h", { raw: true, handler: escape })
  liquid.registerFilter("newline_to_br", {
    raw: true,
    handler: (value: unknown) => escape(value).replace(/\r?\n/g, "<br />"),
  })
}

/** A path keeps its slashes; `@` and `\` would move the host. */
function urlPath(value: string): string {
  return encodeURI(wellFormed(value)).replace(/[@\\?#]/g, encodeURIComponent)
}

/** encodeURI throws on half a surrogate pair. */
function wellFormed(value: string): string {
  return value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
}

function bounded(value: string): string {
  if (value.length > MOST_CHARACTERS) throw new Error("memory alloc limit exceeded")
  return value
}
