import { compileLiquid } from "../../src/rendering/compile-liquid"
import { compileMailing } from "../../src/rendering/compile-mailing"
import { renderMessage } from "../../src/rendering/render-message"
import { aBrand, anInput } from "./fixtures"

const compiledOf = (body: string) => ({
  ...compileLiquid({ subject: "", preheader: "", html: `<html><body>${body}</body></html>` }),
  versionId: body,
})
const track = (index: number) => `https://t.example.com/c/${index}`
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

describe("links", () => {
  const fixed = compiledOf(
    `<a href="https://shop.example.com/a?x=1&amp;y=2">1</a><a href='https://shop.example.com/b'>2</a>` +
      `<!--[if mso]><v:roundrect href="https://shop.example.com/b"><![endif]-->` +
      `<a href="https://shop.example.com/a?x=1&y=2">3</a>`,
  )

  it("that are fixed have an index per target, Outlook's copy of a button the same", () => {
    expect(fixed.links).toEqual(["https://shop.example.com/a?x=1&y=2", "https://shop.example.com/b"])
    const { html } = renderMessage(fixed, anInput({ linkUrl: track }))
    expect(html.match(/t\.example\.com\/c\/\d/g)).toEqual([0, 1, 1, 0].map((index) => `t.example.com/c/${index}`))
  })

  it("show their own target when nothing is tracked, or this one is not", () => {
    expect(hrefs(renderMessage(fixed, anInput()).html)[0]).toBe("https://shop.example.com/a?x=1&amp;y=2")
    const some = renderMessage(fixed, anInput({ linkUrl: (index) => (index === 1 ? track(1) : null) }))
    expect(some.html).toContain(`href="https://shop.example.com/a?x=1&amp;y=2"`)
    expect(some.html).toContain(`href='https://t.example.com/c/1'`)
  })

  const dynamic = compiledOf(
    `<a href="https://shop.example.com/a">1</a>{% for item in items %}<a href="{{ item.url }}">i</a><a href="{{ item.url }}">t</a>{% endfor %}` +
      `<a href="https://shop.example.com/search?q={{ q }}">s</a>`,
  )
  const context = {
    items: [{ url: "https://shop.example.com/p/1" }, { url: "https://shop.example.com/p/2" }, { url: "javascript:1" }],
    q: "a&b c",
  }

  it("with variables count on from the fixed ones in order of render, each target once", () => {
    const { html, dynamicLinks } = renderMessage(dynamic, anInput({ context, linkUrl: track }))
    expect(dynamicLinks).toEqual([
      "https://shop.example.com/p/1",
      "https://shop.example.com/p/2",
      "https://shop.example.com/search?q=a%26b%20c",
    ])
    expect(hrefs(html)).toEqual([0, 1, 1, 2, 2].map(track).concat(["#", "#", track(3)]))
  })

  it("with variables do not read braces behind entities as Liquid", () => {
    const hidden = compiledOf(`<a href="https://shop.example.com/{{ q }}?&#123;&#123; q | upcase &#125;&#125;">x</a>`)
    expect(hrefs(renderMessage(hidden, anInput({ context })).html)[0]).toBe(
      "https://shop.example.com/a&amp;b%20c?%7B%7B%20q%20|%20upcase%20%7D%7D",
    )
  })

  it("with variables stay as they are without consent, and nothing is kept of them", () => {
    const aggregate = renderMessage(
      dynamic,
      anInput({ context, linkUrl: (index) => (index < 1 ? track(index) : null) }),
    )
    expect(aggregate.dynamicLinks).toEqual([])
    expect(hrefs(aggregate.html).slice(0, 2)).toEqual([track(0), "https://shop.example.com/p/1"])
  })

  it("that must never be rewritten are not", () => {
    const never = compiledOf(
      [
        "{{ unsubscribeUrl }}",
        "{{ preferencesUrl }}",
        "{{ viewUrl }}",
        "mailto:a@example.com",
        "tel:+4912345",
        "#top",
        "/relative",
      ]
        .map((href) => `<a href="${href}">x</a>`)
        .join("") +
        `<a data-no-track href="https://shop.example.com/once">x</a>` +
        `<link href="https://shop.example.com/style"><img src="https://shop.example.com/a.png">`,
    )
    expect(never.links).toEqual([])
    const urls = {
      unsubscribeUrl: "https://s.example.com/u/1",
      preferencesUrl: "https://s.example.com/p/1",
      viewUrl: "https://s.example.com/v/1",
    }
    const { html, dynamicLinks } = renderMessage(never, anInput({ ...urls, linkUrl: track }))
    expect(html).not.toContain("t.example.com")
    expect(dynamicLinks).toEqual([])
    expect(hrefs(html).slice(0, 4)).toEqual([...Object.values(urls), "mailto:a@example.com"])
  })
})

describe("the pixel", () => {
  it("is the last thing in the body, and only there if there is one", () => {
    const page = compiledOf("<p>x</p>")
    const pixelUrl = "https://shop.example.com/mailroom/o/t.gif"
    expect(renderMessage(page, anInput({ pixelUrl })).html).toMatch(
      /<p>x<\/p><img src="[^"]+t\.gif" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0" \/><\/body>/,
    )
    expect(renderMessage(page, anInput()).html).not.toContain("<img")
    expect(renderMessage(page, anInput({ pixelUrl })).text).not.toContain("t.gif")
  })
})

describe("a mailing of blocks", () => {
  const render = async (document: unknown, context: Record<string, unknown> = {}, locale = "en") => {
    const content = { subject: "News for {{ contact.firstName | default: 'you' }}", preheader: "", document }
    const compiled = {
      ...(await compileMailing(content, locale, aBrand())),
      versionId: JSON.stringify([document, locale]),
    }
    return renderMessage(
      compiled,
      anInput({ context, unsubscribeUrl: "https://s.example.com/u", preferencesUrl: "https://s.example.com/p" }),
    )
  }

  it("fills merge tags, in both spellings, with the fallback where the person has none", async () => {
    const blocks = [{ type: "text", text: 'Dear {{ contact.first_name | default: "friend" }} of {{ shop.name }}' }]
    expect((await render({ blocks }, { contact: { firstName: "Ada" } })).text).toContain("Dear Ada of Fjord & Field")
    expect((await render({ blocks }, { contact: { firstName: null } })).text).toContain("Dear friend of")
    expect((await render({ blocks })).subject).toBe("News for you")
  })

  it("makes every kind of block, and ends with the way out and the postal address", async () => {
    const { html, text } = await render({
      kind: "blocks",
      blocks: [
        { type: "heading", text: "Hello <world>" },
        { type: "text", text: "**bold** *soft* [here](https://shop.example.com/a)\n- one\n- two" },
        { type: "picture", url: "https://shop.example.com/p.png", alt: "A mug", link: "https://shop.example.com/mug" },
        { type: "button", label: "Buy", url: "https://shop.example.com/buy" },
        { type: "divider" },
        { type: "spacer", height: 10 },
        { type: "columns", columns: [[{ type: "text", text: "left" }], [{ type: "text", text: "right" }]] },
        { type: "html", html: `<p onclick="x()">own {{ contact.email }}<script>evil()</script></p>` },
      ],
    })
    expect(html).toContain("Hello &lt;world&gt;")
    expect(html).toMatch(/<strong>bold<\/strong> <em>soft<\/em>/)
    expect(html).toContain('alt="A mug"')
    expect(html).not.toMatch(/evil|onclick/)
    for (const words of [
      "- one\n- two",
      "Buy:\nhttps://shop.example.com/buy",
      "left",
      "right",
      "own",
      "https://s.example.com/u",
      "2 Example Street",
    ])
      expect(text).toContain(words)
  })

  it("leaves out what a draft has not filled in yet", async () => {
    const { html } = await render({
      blocks: [
        { type: "picture", url: "", alt: "", link: null },
        { type: "button", label: "Buy", url: "" },
        { type: "heading", text: " " },
      ],
    })
    expect(html).not.toMatch(/<img|Buy|<h1/)
  })

  it("is written from right to left for those who read so", async () => {
    const hebrew = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "שלום" }] }] }
    const { html } = await render(
      { version: 2, kind: "blocks", locale: "he", blocks: [{ id: "a", type: "text", content: hebrew }] },
      {},
      "he",
    )
    expect(html).toContain(`<html dir="rtl" lang="he">`)
    expect(html).toContain(`<td align="right"`)
  })

  it("of plain text goes out as HTML too, line by line", async () => {
    const { html, text } = await render({ kind: "text", text: "Hi\nyou <3\n\nBye" })
    expect(html).toContain("Hi<br/>you &lt;3")
    expect(text).toMatch(/^Hi\nyou <3\n\nBye\n/)
  })

  it("names what is wrong with a document", async () => {
    await expect(render({ blocks: [{ type: "video" }] })).rejects.toThrow(`The document's "blocks.0.type" is "video"`)
    await expect(render("x")).rejects.toThrow("The document's")
  })
})
