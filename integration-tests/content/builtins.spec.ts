import { BUILTIN_KEYS, BUILTINS } from "../../src/core/templates/builtins"
import { LOCALES, type BuiltinKey, type BuiltinLocale, type CompiledTemplate } from "../../src/core/templates/contexts"
import { sampleContexts } from "../../src/core/templates/samples"
import { compileBuiltin } from "../../src/rendering/compile-builtin"
import { previewBuiltin, renderPreview } from "../../src/rendering/preview"
import { renderMessage } from "../../src/rendering/render-message"
import { aBrand, anInput } from "./fixtures"

const everyMail = BUILTIN_KEYS.flatMap((key) => LOCALES.map((locale): [BuiltinKey, BuiltinLocale] => [key, locale]))

const previews = new Map<string, ReturnType<typeof previewBuiltin>>()

/** Each mail is made once, for all that is said about it. */
function preview(key: BuiltinKey, locale: BuiltinLocale) {
  const known = previews.get(`${key}/${locale}`)
  if (known) return known
  const made = previewBuiltin({ key, locale, brand: aBrand() })
  previews.set(`${key}/${locale}`, made)
  return made
}

/** `{{`, `{%`, an Intl or template mishap that a reader would see. */
const LEFTOVERS = /\{\{|\}\}|\{%|%\}|undefined|\[object|NaN|null\b|[\uE000-\uE003]/

describe("every built-in in every language", () => {
  it.each(everyMail)("%s in %s is a whole mail", async (key, locale) => {
    const mail = await preview(key, locale)
    const page = mail.html.replace(/<style>[^]*?<\/style>/, "")
    for (const part of [mail.subject, mail.preheader, page, mail.text]) expect(LEFTOVERS.exec(part)).toBeNull()
    expect(mail.subject.length).toBeGreaterThan(5)
    expect(mail.subject.length).toBeLessThan(90)
    expect(mail.preheader.length).toBeGreaterThan(10)
    expect(mail.text.length).toBeGreaterThan(100)
    expect(mail.text).not.toMatch(/<\/?(a|p|td|div|br)\b/)
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102 * 1024)
    expect(mail.html).toContain(`<html dir="ltr" lang="${locale}">`)
    expect(mail.text).toContain("Example Street")
  })

  it.each(everyMail)("%s in %s offers the way out exactly if it is marketing", async (key, locale) => {
    const mail = await preview(key, locale)
    const isMarketing = BUILTINS[key].class === "marketing"
    expect(mail.html.includes("https://example.com/unsubscribe")).toBe(isMarketing)
    expect(mail.text.includes("https://example.com/unsubscribe")).toBe(isMarketing)
    expect(mail.html.includes("https://example.com/preferences")).toBe(isMarketing)
  })

  it.each(BUILTIN_KEYS)("%s loads nothing from elsewhere but logo and item pictures", async (key) => {
    const brand = aBrand({ logoUrl: "https://shop.example.com/logo.png" })
    const { html } = await previewBuiltin({ key, locale: "en", brand })
    const loaded = [...html.matchAll(/(?:src|background)="([^"]*)"|url\(([^)]*)\)/g)].map(
      (found) => found[1] ?? found[2],
    )
    expect(new Set(loaded)).toEqual(new Set(["https://shop.example.com/logo.png"]))
    expect(html).not.toMatch(/<link|@import|@font-face|<script/i)
  })

  it.each(BUILTIN_KEYS)("%s compiles to the same bytes each time", async (key) => {
    expect(await compileBuiltin(key, "de", aBrand())).toEqual(await compileBuiltin(key, "de", aBrand()))
  })

  it("differs in words between the languages", async () => {
    const subjects = await Promise.all(
      LOCALES.map(async (locale) => (await compileBuiltin("shipment", locale, aBrand())).subject),
    )
    expect(new Set(subjects).size).toBe(LOCALES.length)
  })
})

describe("a service mail", () => {
  it("shows the preferences only where there is tracking to withdraw", async () => {
    const compiled = { ...(await compileBuiltin("order_receipt", "en", aBrand())), versionId: "receipt" }
    const context = sampleContexts("en").order_receipt
    expect(renderMessage(compiled, anInput({ context })).html).not.toContain("E-mail preferences")
    const tracked = renderMessage(
      compiled,
      anInput({ context, preferencesUrl: "https://shop.example.com/mailroom/p/x" }),
    )
    expect(tracked.html).toContain("https://shop.example.com/mailroom/p/x")
    expect(tracked.html).not.toContain("Unsubscribe")
  })
})

describe("secret mails", () => {
  it.each([
    "password_reset_customer",
    "password_reset_user",
    "invite",
    "confirm_subscription",
    "remind_subscription",
  ] as const)("%s never has its link rewritten", async (key) => {
    const compiled = { ...(await compileBuiltin(key, "en", aBrand())), versionId: `secret-${key}` }
    const context = sampleContexts("en")[key]
    const mail = renderMessage(compiled, anInput({ context, linkUrl: (index) => `https://track.example.com/${index}` }))
    expect(mail.html).not.toContain("track.example.com")
    expect(mail.dynamicLinks).toEqual([])
  })
})

describe("the receipt", () => {
  let compiled: CompiledTemplate
  beforeAll(async () => {
    compiled = await compileBuiltin("order_receipt", "en", aBrand())
  })
  const receipt = (change: Record<string, unknown>, locale = "en") => {
    const sample = sampleContexts("en").order_receipt
    const context = { ...sample, order: { ...sample.order, ...change } }
    return renderPreview({ compiled, locale, brand: aBrand(), context, isMarketing: false })
  }
  const totals = (text: string) =>
    text
      .split("\n")
      .filter((line) => /^(Items|Discount|Shipping|Gift card|Tax|Total)\b.* {2}/.test(line))
      .map((line) => line.split("  ")[0])

  it("lists what is not nothing, the total last", () => {
    expect(totals(receipt({}).text)).toEqual([
      "Items",
      "Discount (already deducted)",
      "Shipping",
      "Gift card",
      "Tax included",
      "Total",
    ])
    expect(
      totals(receipt({ discountTotal: "0", shippingTotal: "0.00", giftCardTotal: "0", taxTotal: "0.0001" }).text),
    ).toEqual(["Items", "Total"])
  })

  it("says the total even when it is nothing", () => {
    expect(receipt({ total: "0", itemTotal: "0" }).text).toContain("Total  £0.00")
  })

  it("writes the money of each currency and reader", () => {
    expect(receipt({ currency: "JPY", total: "1234.5" }).text).toContain("Total  ¥1,235")
    expect(receipt({ currency: "KWD", total: "12.3456" }).text).toMatch(/Total {2}KWD\s12\.346/)
    expect(receipt({ currency: "EUR", total: "1234.5" }, "de").text).toMatch(/Total {2}1\.234,50\s€/)
  })

  it("tells the owner something else by the same template", () => {
    const context = { ...sampleContexts("en").order_receipt, isOwnerCopy: true }
    const copy = renderPreview({ compiled, locale: "en", brand: aBrand(), context, isMarketing: false })
    expect(copy.subject).toBe("New order #1042: £162.60")
    expect(copy.html).toContain("A new order has come in")
    expect(copy.html).not.toContain("Thank you for your order")
  })

  it("greets nobody by an empty name", () => {
    expect(receipt({ firstName: "" }).text).toContain("\nHello,\n")
    expect(receipt({ firstName: "Ada" }).text).toContain("\nHello Ada,\n")
  })

  it("leaves out what the order has not: addresses, methods, page, picture", () => {
    const bare = receipt({
      shippingAddress: null,
      billingAddress: null,
      shippingMethods: [],
      paymentMethods: [],
      url: null,
    })
    expect(bare.text).not.toMatch(/address|method|Payment|View your order/)
    expect(bare.html).not.toContain("<img")
  })

  it("stays under Gmail's limit with 60 lines", () => {
    const [line] = sampleContexts("en").order_receipt.order.lines
    expect(Buffer.byteLength(receipt({ lines: Array(60).fill(line) }).html)).toBeLessThan(102 * 1024)
  })
})

describe("a notice to a third party", () => {
  const notice = async (change: object) => {
    const compiled = await compileBuiltin("third_party_notice", "en", aBrand())
    const context = { ...sampleContexts("en").third_party_notice, ...change }
    return renderPreview({ compiled, locale: "en", brand: aBrand(), context, isMarketing: false })
  }

  it("keeps shopper and prices to itself when they are not given", async () => {
    const { html, text } = await notice({ shopper: null })
    for (const part of [html, text]) {
      expect(part).toContain("Linen shirt")
      expect(part).not.toMatch(/Alex|alex@|Example Street 1|1 Example Street, Sampleton|£|Customer|Deliver to/)
    }
  })

  it("shows them when they were ticked", async () => {
    const { lines } = sampleContexts("en").third_party_notice
    const { text } = await notice({ lines: lines.map((line) => ({ ...line, total: "79.8", unitPrice: "39.9" })) })
    expect(text).toContain("£79.80")
    expect(text).toContain("Alex Sample")
  })

  it("keeps the lines of the owner's words as lines and nothing of them as HTML", async () => {
    const { html, text } = await notice({ notice: { heading: "<b>Now</b>", text: "one <i>\ntwo" } })
    expect(html).toContain("one &lt;i&gt;<br />two")
    expect(html).toContain("&lt;b&gt;Now&lt;/b&gt;")
    expect(text).toContain("one <i>\ntwo")
  })
})
