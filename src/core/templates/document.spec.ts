import { contentSchema, documentSchema, type BlocksDocument } from "./document"
import { documentProblems } from "./document-problems"

const problemsOf = (raw: unknown) => documentProblems(documentSchema.parse(raw))
const paragraph = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] })

describe("a document of version 1", () => {
  it("that nobody has written yet is no blocks", () => {
    expect(documentSchema.parse({})).toMatchObject({ version: 2, kind: "blocks", blocks: [], translations: {} })
    expect(documentSchema.parse({ mode: "html", html: "<p>" })).toMatchObject({ version: 2, kind: "html", html: "<p>" })
  })

  it("becomes version 2 with its logo, its footer, and ids that are always the same", () => {
    const old = {
      blocks: [
        { type: "heading", text: "Hello {{ contact.firstName | default: 'you' }}" },
        { type: "text", text: "**New**\n\n- [one](https://shop.example/1)\n- two" },
        { type: "columns", columns: [[{ type: "divider" }], [{ type: "spacer" }]] },
      ],
    }
    const { blocks } = documentSchema.parse(old) as BlocksDocument
    expect(blocks.map(({ id, type }) => [id, type])).toEqual([
      ["logo", "logo"],
      ["b1", "heading"],
      ["b2", "text"],
      ["b3", "columns"],
      ["footer", "footer"],
    ])
    expect(blocks[1]).toMatchObject({
      content: paragraph(
        { type: "text", text: "Hello " },
        { type: "mergeTag", attrs: { tag: "contact.firstName", fallback: "you" } },
      ),
    })
    expect(blocks[2]).toMatchObject({
      content: {
        content: [
          { type: "paragraph", content: [{ type: "text", text: "New", marks: [{ type: "bold" }] }] },
          { type: "bulletList", content: [{ type: "listItem" }, { type: "listItem" }] },
        ],
      },
    })
    expect(documentSchema.parse(documentSchema.parse(old))).toEqual(documentSchema.parse(old))
  })
})

describe("a document of version 2", () => {
  it.each([
    [null],
    ["text"],
    [[]],
    [{ kind: "video" }],
    [{ blocks: [{ type: "heading" }] }],
    [{ version: 2, kind: "blocks", blocks: [{ id: "a", type: "video" }] }],
    [{ version: 2, kind: "blocks", blocks: [{ id: "a b", type: "divider" }] }],
    [{ version: 2, kind: "blocks", blocks: [{ id: "a", type: "divider", condition: { fact: "x == 1" } }] }],
    [{ version: 2, kind: "blocks", blocks: [{ id: "f", type: "footer", condition: { fact: "order_is_paid" } }] }],
    [{ version: 2, kind: "blocks", blocks: [{ id: "a", type: "divider", background: "red;x:url(y)" }] }],
  ])("is not %j", (raw) => {
    expect(documentSchema.safeParse(raw).success).toBe(false)
  })

  it("names a block id that is there twice, columns included", () => {
    const blocks = [
      { id: "a", type: "divider" },
      { id: "b", type: "columns", columns: [[{ id: "a", type: "divider" }], []] },
    ]
    const parsed = documentSchema.safeParse({ version: 2, kind: "blocks", blocks })
    expect(parsed.error?.issues[0]?.message).toBe('two blocks have the id "a"')
  })

  it("drops what an editor writes beyond it, and refuses tags that are no variables", () => {
    const content = paragraph({
      type: "text",
      text: "x",
      marks: [{ type: "link", attrs: { href: "https://shop.example", target: "_blank", onclick: "x" } }],
    })
    const parsed = documentSchema.parse({ version: 2, kind: "blocks", blocks: [{ id: "t", type: "text", content }] })
    expect(JSON.stringify(parsed)).not.toMatch(/target|onclick/)
    const evil = paragraph({ type: "mergeTag", attrs: { tag: "x }}{% for" } })
    expect(
      documentSchema.safeParse({ version: 2, kind: "blocks", blocks: [{ id: "t", type: "text", content: evil }] })
        .success,
    ).toBe(false)
  })

  it("is read within its subject and preheader", () => {
    expect(contentSchema.parse({ document: {} })).toMatchObject({
      subject: "",
      preheader: "",
      document: { version: 2 },
    })
  })
})

describe("a draft", () => {
  it("says what is not ready to go", () => {
    expect(problemsOf({})).toEqual([{ block: null, problem: "empty" }])
    expect(problemsOf({ kind: "text", text: "  " })).toEqual([{ block: null, problem: "empty" }])
    expect(
      problemsOf({
        blocks: [
          { type: "heading", text: "Hi" },
          { type: "button", label: "", url: "" },
          { type: "columns", columns: [[{ type: "picture", url: "https://x.example/a.png" }], []] },
        ],
      }),
    ).toEqual([
      { block: 2, problem: "button_without_link" },
      { block: 2, problem: "button_without_label" },
      { block: 3, problem: "picture_without_alt" },
    ])
    expect(problemsOf({ blocks: [{ type: "text", text: "Hi" }] })).toEqual([])
  })
})
