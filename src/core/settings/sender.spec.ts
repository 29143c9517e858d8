import { senderSchema } from "./sender"

const sender = (change: object = {}) => ({ name: "Ada's", from_name: "Ada's", ...change })
const problemOf = (change: object) => senderSchema.safeParse(sender(change)).error?.issues[0]

describe("a sender", () => {
  it.each(["en", "de-AT", "zh-Hant-TW"])("writes in %s", (locale) => {
    expect(senderSchema.parse(sender({ locale }))).toMatchObject({ locale })
  })

  it.each(["english please", "", "x", "de_", "d\0"])(
    "does not write in %p, which every date and price would throw at",
    (locale) => {
      expect(problemOf({ locale })).toMatchObject({
        path: ["locale"],
        message: expect.stringContaining("language tag"),
      })
    },
  )

  it.each(["name", "from_name"])(
    "holds no line break and no control character in its %s, which becomes a header",
    (field) => {
      for (const bad of ["a\r\nBcc: all@example.com", "a\0b", "a\u0007b", "a\u0085b"])
        expect(problemOf({ [field]: bad })).toMatchObject({ path: [field] })
    },
  )

  it("has a postal address of several lines, and of nothing else that is invisible", () => {
    expect(senderSchema.parse(sender({ postal_address: "1 High Street\r\nSpringfield" })).postal_address).toContain(
      "\n",
    )
    expect(problemOf({ postal_address: "1 High Street\0" })).toMatchObject({ path: ["postal_address"] })
  })
})
