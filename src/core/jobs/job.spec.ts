import { JOB_KINDS, jobId, jobKeyOf, jobPossibilities } from "./job"

describe("the id of a job", () => {
  it.each(JOB_KINDS)("is read as it was written (%s)", (kind) => {
    expect(jobKeyOf(jobId({ kind, rowId: "mimp_1-2" }))).toEqual({ kind, rowId: "mimp_1-2" })
  })

  it.each(["", "import", "import-", "mail-1", "import-a b", "import-a:b", `import-${"a".repeat(81)}`])(
    "is not %p",
    (id) => {
      expect(jobKeyOf(id)).toBeNull()
    },
  )
})

describe("what the owner may do with a job", () => {
  it("cancels what goes on and may be left half done", () => {
    expect(jobPossibilities("import", "running")).toEqual({ cancel: true, retry: false })
    expect(jobPossibilities("import", "done")).toEqual({ cancel: false, retry: false })
  })

  it("never stops the forgetting of a person", () => {
    expect(jobPossibilities("erasure", "running").cancel).toBe(false)
  })

  it("begins again what can be begun again", () => {
    expect(jobPossibilities("preflight", "failed").retry).toBe(true)
    expect(jobPossibilities("effect", "failed").retry).toBe(true)
    expect(jobPossibilities("effect", "done").retry).toBe(false)
  })
})
