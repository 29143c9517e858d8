import { ALL_RIGHTS, refuseRightsChange, rightsOf, SEE_ONLY } from "./rights"

describe("rights of an admin user (F25)", () => {
  it("are all, as long as nobody's were set", () => {
    expect(rightsOf(null, false)).toEqual(ALL_RIGHTS)
  })
  it("are to look only, for a user without an entry once somebody's were set", () => {
    expect(rightsOf(null, true)).toEqual(SEE_ONLY)
  })
  it("are what the entry says", () => {
    expect(rightsOf({ ...SEE_ONLY, send: true }, true).send).toBe(true)
    expect(rightsOf({ ...SEE_ONLY, see: false }, true).see).toBe(false)
  })
})

describe("changing rights", () => {
  const giver = { ...ALL_RIGHTS, mail_out: false }
  it("refuses to give what one does not have", () => {
    expect(refuseRightsChange({ giver, before: SEE_ONLY, after: ALL_RIGHTS, othersWithEdit: 1 })).toContain("mail_out")
  })
  it("leaves a right that the user already has", () => {
    expect(refuseRightsChange({ giver, before: ALL_RIGHTS, after: ALL_RIGHTS, othersWithEdit: 0 })).toBeNull()
  })
  it("refuses to take edit from the last user who has it", () => {
    const change = { giver, before: ALL_RIGHTS, after: SEE_ONLY }
    expect(refuseRightsChange({ ...change, othersWithEdit: 0 })).toContain("last user")
    expect(refuseRightsChange({ ...change, othersWithEdit: 1 })).toBeNull()
  })
})
