import { cleanPaste } from "./clean-paste"

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=DE>
<!--StartFragment--><p class=MsoNormal style='margin:0;color:windowtext'><b>New<o:p></o:p></b> in <i>store</i>,
<a href="https://shop.example/new">see</a></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Lamps</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><!--[endif]-->Chairs</p><!--EndFragment--></body></html>`

describe("what is pasted from a word processor", () => {
  it("keeps words, bold, italic and links, and nothing of Word's own", () => {
    const clean = cleanPaste(WORD)
    expect(clean).toContain(`<b>New</b> in <i>store</i>`)
    expect(clean).toContain(`<a href="https://shop.example/new">see</a>`)
    expect(clean).not.toMatch(/mso|o:p|class|windowtext|<style|<!|xml/i)
  })

  it("makes real entries of paragraphs that look like a list", () => {
    expect(cleanPaste(WORD)).toContain("<ul><li><p>Lamps</p></li><li><p>Chairs</p></li></ul>")
  })

  it("tells a numbered list by its number", () => {
    const numbered = `<p class=MsoListParagraph><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>First</p>`
    expect(cleanPaste(numbered)).toBe("<ol><li><p>First</p></li></ol>")
  })

  it("leaves bold that a style says, and drops fonts and colours", () => {
    expect(cleanPaste(`<span style="font-family:Arial;color:#000;font-weight:700">Sale</span>`)).toBe(
      `<span style="font-weight:700">Sale</span>`,
    )
  })

  it("leaves plain markup as it is", () => {
    expect(cleanPaste("<p>Hello <strong>you</strong></p>")).toBe("<p>Hello <strong>you</strong></p>")
  })
})
