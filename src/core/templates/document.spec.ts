import { documentV1Schema as documentSchema } from "./document-v1"
import { documentProblems } from "./document-problems"

const problemsOf = (raw: unknown) => documentProblems(documentSchema.parse(raw))

describe("a mailing's document", () => {
  it("is blocks if it does not say what it is", () => {
    expect(documentSchema.parse({})).toEqual({ kind: "blocks", blocks: [] })
    expect(documentSchema.parse({ mode: "html", html: "<p>" })).toMatchObject({ kind: "html", html: "<p>" })
  })

  it.each([[null], ["text"], [[]], [{ kind: "video" }], [{ blocks: [{ type: "heading" }] }]])("is not %j", (raw) => {
    expect(documentSchema.safeParse(raw).success).toBe(false)
  })

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
