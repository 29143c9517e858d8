import type { Brand, CompiledTemplate } from "../../src/core/templates/contexts"
import type { RenderInput } from "../../src/rendering/render-message"

export function aBrand(change: Partial<Brand> = {}): Brand {
  return {
    shopName: "Fjord & Field",
    logoUrl: null,
    primaryColor: "#0f766e",
    backgroundColor: "#f4f4f5",
    storefrontUrl: "https://shop.example.com",
    postalAddress: "2 Example Street\nAB1 2CD Sampleton",
    socialLinks: [],
    ...change,
  }
}

export function anInput(change: Partial<RenderInput> = {}): RenderInput {
  return {
    context: {},
    locale: "en",
    timeZone: "UTC",
    shop: { name: "Fjord & Field", url: "https://shop.example.com", postalAddress: null },
    linkUrl: null,
    pixelUrl: null,
    unsubscribeUrl: null,
    preferencesUrl: null,
    viewUrl: null,
    ...change,
  }
}

let versions = 0

export function aTemplate(change: Partial<CompiledTemplate> = {}): CompiledTemplate & { versionId: string } {
  versions += 1
  return {
    subject: "",
    preheader: "",
    html: "",
    plain: "",
    links: [],
    variables: [],
    versionId: `spec-${versions}`,
    ...change,
  }
}
