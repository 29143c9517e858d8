import { isInSection, pageOf } from "./page-of"

describe("a page of the storefront", () => {
  it("is the same page in every country", () => {
    expect(pageOf("/at/products/boots?variant=1#size").path).toBe("/products/boots")
    expect(pageOf("/de-AT/products/boots/").path).toBe("/products/boots")
    expect(pageOf("/products/boots").path).toBe("/products/boots")
  })

  it("shows a product", () => {
    expect(pageOf("/at/products/rain-boots")).toMatchObject({ productHandle: "rain-boots", categoryHandle: null })
  })

  it("shows the innermost category", () => {
    expect(pageOf("/at/categories/shoes/boots")).toMatchObject({ productHandle: null, categoryHandle: "boots" })
  })

  it("is the front page when nothing is left", () => {
    expect(pageOf("/at")).toEqual({ path: "/", productHandle: null, categoryHandle: null })
    expect(pageOf("")).toEqual({ path: "/", productHandle: null, categoryHandle: null })
  })

  it("is read whatever was typed", () => {
    expect(pageOf("/products/%E0%A4%A").productHandle).toBe("%E0%A4%A")
    expect(pageOf(`/${"x".repeat(5000)}`).path).toHaveLength(300)
  })

  it("lies in a section when it stands below it", () => {
    expect(isInSection("/sale/shoes", "/sale")).toBe(true)
    expect(isInSection("/sale", "at/sale/")).toBe(true)
    expect(isInSection("/sales", "/sale")).toBe(false)
    expect(isInSection("/anything", "/")).toBe(true)
  })
})
