import { typoHint } from "./typo-hint"

describe("a slip in the domain", () => {
  it.each([
    ["ada@gmial.com", "ada@gmail.com"],
    ["ada@gmal.com", "ada@gmail.com"],
    ["ada@gmaill.com", "ada@gmail.com"],
    ["ada@gmail.con", "ada@gmail.com"],
    ["ada@gmail.comm", "ada@gmail.com"],
    ["ada@hotmial.com", "ada@hotmail.com"],
    ["ada@gmx.dee", "ada@gmx.de"],
  ])("%s is meant to be %s", (written, meant) => expect(typoHint(written)).toBe(meant))

  it.each(["ada@gmail.com", "ada@example.com", "ada@live.com", "not an address", "@gmial.com"])("%s is none", (email) =>
    expect(typoHint(email)).toBeNull(),
  )
})
