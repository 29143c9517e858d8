import fc from "fast-check"
import { anyText } from "../../../integration-tests/support/any-text"
import { cssValue, escapeHtml, oneLine } from "./escape"

describe("escapeHtml", () => {
  it("leaves nothing that could end a text or a quoted attribute", () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))))
  })
  it("turns each mark into its reference", () => {
    expect(escapeHtml(`a & <b> "c" 'd'`)).toBe("a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;")
  })
})

describe("oneLine", () => {
  it("makes one line of many and drops control and reordering characters", () => {
    expect(oneLine("a\r\nBcc: b\t c\u0000\u202e\u2066 ")).toBe("a Bcc: b c")
  })
  it("never lets a line break through", () => {
    fc.assert(fc.property(anyText, (text) => !/[\r\n\u2028\u2029\u0085]/.test(oneLine(text))))
  })
  it("keeps emoji and right-to-left letters", () => {
    expect(oneLine("🎉 שלום 👩‍👧")).toBe("🎉 שלום 👩‍👧")
  })
})

describe("cssValue", () => {
  it("passes colours and lengths, and nothing that opens a rule", () => {
    expect(cssValue("#0f766e 12.5px")).toBe("#0f766e 12.5px")
    expect(cssValue("red;background:url(javascript:1)}")).toBe("redbackgroundurljavascript1")
  })
})
