import { attachmentName, checkAttachment, MOST_ATTACHED_BYTES } from "./attachment"

const PDF = "255044462d312e37"
const MB = 1024 * 1024

describe("an attachment", () => {
  const aFile = (change = {}) => ({ name: "Terms.pdf", bytes: MB, start: PDF, ...change })
  const refusal = (change: object, others: { bytes: number }[] = []) => {
    const checked = checkAttachment(aFile(change), others)
    return checked.ok ? null : checked.sentence
  }

  it("keeps its name and gets the type of its ending", () => {
    expect(checkAttachment(aFile(), [])).toEqual({ ok: true, name: "Terms.pdf", mime: "application/pdf" })
    expect(checkAttachment(aFile({ name: "Größen.TXT", start: "47" }), [])).toMatchObject({
      name: "Größen.txt",
      mime: "text/plain",
    })
  })

  it("is refused by its size, alone and with the others; the sentence names file, size and limit", () => {
    expect(refusal({ bytes: MOST_ATTACHED_BYTES })).toBeNull()
    expect(refusal({ bytes: MOST_ATTACHED_BYTES + 1 })).toBe(
      '"Terms.pdf" has 10.1 MB; a mail takes 10 MB. Offer a link to it instead.',
    )
    expect(refusal({ bytes: 12 * MB }, [{ bytes: 9 }])).toContain('"Terms.pdf" has 12 MB; a mail takes 10 MB.')
    expect(refusal({ bytes: 3 * MB }, [{ bytes: 8 * MB }])).toBe(
      '"Terms.pdf" has 3 MB, with the others 11 MB; a mail takes 10 MB in all. Offer a link to it instead.',
    )
    expect(refusal({}, Array(10).fill({ bytes: 1 }))).toContain("one too many")
    expect(refusal({ bytes: 0 })).toContain("is empty")
  })

  it("is refused by its kind, and when its bytes are another kind than its name", () => {
    for (const name of ["run.exe", "a.js", "page.html", "x.zip", "noending", "double.pdf.scr"])
      expect(refusal({ name })).toContain("of a kind that mail filters refuse")
    expect(refusal({ start: "4d5a9000" })).toBe('"Terms.pdf" is not the PDF file that its name says. Save it anew.')
    expect(refusal({ name: "list.csv", start: "4d5a9000" })).toContain("not the CSV file")
  })

  it("has a name without folders and tricks", () => {
    expect(attachmentName("..\\..\\C:\\secret/Price list.pdf")).toBe("Price list.pdf")
    expect(attachmentName("in\u202Efdp.exe\u0000.pdf")).toBe("infdp.exe.pdf")
    expect(attachmentName(".pdf")).toBe("file.pdf")
  })
})
