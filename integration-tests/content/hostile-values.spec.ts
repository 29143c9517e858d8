import fc from "fast-check"
import { anyText } from "../support/any-text"
import { Parser } from "htmlparser2"
import { contentSchema } from "../../src/core/templates/document"
import { compileContent } from "../../src/rendering/compile-content"
import { compileLiquid } from "../../src/rendering/compile-liquid"
import { compileMailing } from "../../src/rendering/compile-mailing"
import { renderMessage } from "../../src/rendering/render-message"
import { RenderError } from "../../src/rendering/render-error"
import { aBrand, anInput, aTemplate } from "./fixtures"

const PAGE = `<html><head><style>p { color: {{ x }} }</style></head><body>
<p title="{{ x }}" class='{{ x }}'>{{ x }}</p>
<a href="{{ x }}">a</a><a href="https://shop.example.com/{{ x }}">b</a><a href="https://shop.example.com/?q={{ x }}#f">c</a>
<a href="mailto:{{ x }}">d</a>
<a href="{% if x %}{{ x }}{% else %}https://shop.example.com{% endif %}">e</a>
<img src="{{ x }}" alt="{{ x }}" style="width: {{ x }}" />
<a {% if always %}href="{{ x }}" style="color: {{ x }}"{% endif %}>g</a><a{% if always %} href="{{ x }}"{% endif %}>h</a>
<!--[if mso]><v:rect href="{{ x }}"><![endif]-->
</body></html>`

const compiled = {
  ...compileLiquid({ subject: "{{ x }}", preheader: "{{ x }}", html: PAGE }),
  versionId: "hostile",
}

type Seen = { tags: string[]; attributes: string[]; addresses: string[]; styles: string[] }

/** What a browser would make of it: elements, attribute names, addresses, style. */
function read(html: string): Seen {
  const seen: Seen = { tags: [], attributes: [], addresses: [], styles: [] }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        seen.tags.push(name)
        for (const [attribute, value] of Object.entries(attributes)) {
          seen.attributes.push(attribute)
          if (attribute === "href" || attribute === "src") seen.addresses.push(value)
          if (attribute === "style") seen.styles.push(value)
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return seen
}

const harmless = read(
  renderMessage(compiled, anInput({ context: { x: "https://shop.example.com/a", always: true } })).html,
)

const hostile = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom(..."<>\"'`=/\\ \t\n\r\0&;:#?%{}()-!javscripthtml01".split("")) }),
  fc.constantFrom(
    `"><script>alert(1)</script>`,
    `' onerror='alert(1)`,
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example.com",
    "https:evil.example.com",
    "--><script>alert(1)</script><!--",
    "{{ 'x' | raw }}{% for i in (1..9) %}y{% endfor %}",
    "]]></style><script>1</script>",
    "red;background:url(javascript:1)",
    "expression(alert(1))",
    "{% mail_link 0 %}",
    "\ud800",
  ),
)

describe("a hostile value", () => {
  it("changes no element, no attribute and no scheme, wherever it stands", () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const mail = renderMessage(compiled, anInput({ context: { x, always: true } }))
        const seen = read(mail.html)
        expect(seen.tags).toEqual(harmless.tags)
        expect(seen.attributes).toEqual(harmless.attributes)
        for (const address of seen.addresses)
          expect(address).toMatch(/^(https?:\/\/[^/\\]|mailto:|tel:|sms:|cid:|#|$)/i)
        for (const style of [...seen.styles, /<style>([^]*?)<\/style>/.exec(mail.html)![1]!])
          expect(style).not.toMatch(/url\s*\(|expression\s*\(|<|@import/i)
        // Outlook reads comments; nothing may end one early.
        expect(mail.html.match(/-->/g)).toHaveLength(1)
      }),
      { numRuns: 1000 },
    )
  })

  it("cannot begin another header", () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const { subject, preheader } = renderMessage(compiled, anInput({ context: { x, always: true } }))
        expect(subject + preheader).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
      }),
    )
  })

  it("cannot move the host of an address that it is only a part of", () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const { html } = renderMessage(compiled, anInput({ context: { x, always: true } }))
        const [, path, query] = read(html).addresses
        expect(new URL(path!).host).toBe("shop.example.com")
        expect(new URL(query!).host).toBe("shop.example.com")
      }),
      { numRuns: 500 },
    )
  })

  it("cannot bring a false unsubscribe link along with the context", () => {
    const template = aTemplate({ html: "{{ unsubscribeUrl }}" })
    const context = { unsubscribeUrl: "https://evil.example.com" }
    const unsubscribeUrl = "https://shop.example.com/mailroom/u/t"
    expect(renderMessage(template, anInput({ context, unsubscribeUrl })).html).toContain(unsubscribeUrl)
  })

  it("reaches nothing but its own properties", () => {
    const html = "{{ x.constructor }}{{ x.__proto__ }}{{ constructor.name }}{{ x.toString }}|{{ x.a }}"
    expect(renderMessage(aTemplate({ html }), anInput({ context: { x: { a: 1 } } })).html).toBe("|1")
  })
})

describe("a hostile value in building blocks", () => {
  const text = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] })
  const tag = (marks: unknown[] = []) => ({ type: "mergeTag", attrs: { tag: "x", fallback: "'\"}}" }, marks })
  const link = { type: "link", attrs: { href: "https://shop.example.com/{{ x }}" } }
  const document = {
    version: 2,
    kind: "blocks",
    blocks: [
      { id: "h", type: "heading", content: text(tag()) },
      {
        id: "t",
        type: "text",
        content: text(tag(), tag([{ type: "bold" }, link]), tag([{ type: "link", attrs: { href: "{{ x }}" } }])),
      },
      { id: "p", type: "picture", url: "{{ x }}", alt: "{{ x }}", link: "{{ x }}" },
      { id: "b", type: "button", label: "{{ x }}", url: "{{ x }}", isAddressShown: true },
      { id: "g", type: "products", productIds: ["prod_1"], columns: 2, isButtonShown: true },
      { id: "c", type: "coupon", title: "{{ x }}", label: "{{ x }}", code: "{{ x }}", note: "{{ x }}" },
      { id: "o", type: "html", html: "<p title='{{ x }}' style='color: {{ x }}'><a href='{{ x }}'>{{ x }}</a></p>" },
      { id: "f", type: "footer", reason: "{{ x }}" },
    ],
  }
  const content = contentSchema.parse({ subject: "{{ x }}", preheader: "{{ x }}", document })
  const blocks = compileContent({ content, locale: "en", shopLocale: "en", brand: aBrand(), isMarketing: true })
  const render = (x: string) => {
    const offer = { title: x, url: x, thumbnail: x, price: x, originalPrice: x, currency: x }
    return renderMessage(
      { ...blocks, versionId: "hostile-blocks" },
      anInput({ context: { x, products: { g: [offer] } } }),
    )
  }
  const plain = read(render("https://shop.example.com/a").html)

  it("changes no element, no attribute and no scheme", () => {
    fc.assert(
      fc.property(hostile, (x) => {
        const seen = read(render(x).html)
        expect(seen.tags).toEqual(plain.tags)
        expect(seen.attributes).toEqual(plain.attributes)
        for (const address of seen.addresses)
          expect(address).toMatch(/^(https?:\/\/[^/\\]|mailto:|tel:|sms:|cid:|#|$)/i)
        for (const style of seen.styles) expect(style).not.toMatch(/url\s*\(|expression\s*\(|<|@import/i)
      }),
      { numRuns: 150 },
    )
  })
})

describe("a template that would take the process down", () => {
  const failureOf = (html: string) => {
    try {
      renderMessage(aTemplate({ html }), anInput({ context: { x: "y" } }))
    } catch (error) {
      expect(error).toBeInstanceOf(RenderError)
      return (error as RenderError).failure
    }
    return "none"
  }

  it.each([
    ["loops over a hundred million numbers", "{% for i in (1..100000000) %}x{% endfor %}", "memory"],
    [
      "loops for ever without printing",
      "{% for i in (1..100000) %}{% for j in (1..1000) %}{% endfor %}{% endfor %}",
      "time",
    ],
    [
      "loops for ever with a modifier",
      "{% for i in (1..2000) limit: 1999 %}{% for j in (1..2000) reversed %}z{% endfor %}{% endfor %}",
      "time",
    ],
    ["prints 100 MB", `{% for i in (1..100000) %}${"y".repeat(1000)}{% endfor %}`, "size"],
    [
      "doubles a text",
      "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}",
      "memory",
    ],
    [
      "doubles a captured text",
      "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}",
      "size",
    ],
    [
      "doubles a list",
      "{% assign a = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}",
      "memory",
    ],
    ["uses a filter that there is not", "{{ x | nonsense }}", "template"],
    ["reads a file", "{% include '/etc/passwd' %}", "template"],
  ])("%s: ends in a named error", (_, html, failure) => {
    expect(failureOf(html)).toBe(failure)
  })

  it("leaves the next mail unharmed", () => {
    failureOf("{% for i in (1..100000) %}{% for j in (1..1000) %}{% endfor %}{% endfor %}")
    expect(renderMessage(aTemplate({ html: "{{ x }}" }), anInput({ context: { x: 1 } })).html).toBe("1")
  })
})

describe("own HTML", () => {
  const problemOf = (html: string) =>
    compileMailing({ subject: "", preheader: "", document: { kind: "html", html } }, "en", aBrand()).then(
      () => "accepted",
      (error: Error) => `${error.name} ${error.message}`,
    )

  it.each([
    ["<p>\n<script>1</script>", "CompileError Line 2: <script> is not allowed"],
    ["<a href='javascript:1'>x</a>", `"javascript:1" is not an address`],
    ["<a href='java&#115;cript:1'>x</a>", "is not an address"],
    ["<a href=' &#9;javascript:1'>x</a>", "is not an address"],
    ["<img src='data:text/html,x'>", "is not an address"],
    ["<img src=x onerror=1>", "The attribute onerror of <img>"],
    ["<a href={{ contact.url }}>x</a>", "in quotes"],
    ["<{{ contact.tag }}>", "name of a tag"],
    ["<p {{ contact.attribute }}='x'>", "name of an attribute"],
    ["<p {% if x %}onclick='1'{% endif %}>", "The attribute onclick of <p>"],
    ["<p on{% if x %}{% endif %}click='1'>", "name of an attribute"],
    ["<scr{% if x %}{% endif %}ipt>1</script>", "name of a tag"],
    ["<script{% if x %} type='a'{% endif %}>1</script>", "<script> is not allowed"],
    ["{% if x %}<{% endif %}script>1</script>", "name of a tag"],
    ["<p style='background:url(javascript:1)'>", "could run code"],
    ["<iframe src='https://x.example.com'></iframe>", "<iframe> is not allowed"],
    ["<form action='https://x.example.com'></form>", "<form> is not allowed"],
    ["<meta http-equiv='refresh' content='0'>", "refresh"],
    ["<meta http-equiv='&#114;efresh' content='0'>", "refresh"],
    ["<a href='https://user:secret@x.example.com/'>", "user name or password"],
    ["{{ contact.firstName | raw }}", "undefined filter: raw"],
    ["{{ contact.firstName", "cannot be read as Liquid"],
    ["{% if x %}", "cannot be read as Liquid"],
  ])("%s is refused with its place", async (html, sentence) => {
    expect(await problemOf(html)).toContain(sentence)
  })

  it("may have conditions around attributes", async () => {
    const html = `<td{% if contact.x %} class="a"{% endif %} {% unless contact.x %}width="1"{% endunless %}>{{ unsubscribeUrl }}`
    expect(await problemOf(html)).toBe("accepted")
  })

  it("is otherwise kept byte for byte", async () => {
    const html = `<html><BODY  bgcolor=#fff>\r\n<P Class='a'>Ä &nbsp;&copy; <br>\t{% for x in list %}<tr><td>{{ x }}{% endfor %} {{ unsubscribeUrl }}\n</BODY></html>`
    const { html: kept } = await compileMailing(
      { subject: "", preheader: "", document: { kind: "html", html } },
      "en",
      aBrand(),
    )
    expect(kept).toBe(html.replace("</BODY>", "{% mail_pixel %}</BODY>"))
  })

  it("gets the way out where it has none", async () => {
    const { html } = await compileMailing(
      { subject: "", preheader: "", document: { kind: "html", html: "<p>Hi</p>" } },
      "en",
      aBrand(),
    )
    expect(html).toContain("{{ unsubscribeUrl")
    expect(html).toContain("2 Example Street")
  })
})
