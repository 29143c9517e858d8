import type { Block, BlocksDocument, LeafBlock } from "../../../src/core/templates/document"

/** Short enough to read in an export; unique in one letter, which holds a few hundred at most. */
export function newId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12)
}

const EMPTY_TEXT = { type: "doc" as const, content: [] }

/** A block as it comes out of the palette; the schema's defaults, written out so that nothing is left to guess. */
export function newBlock(type: Block["type"]): Block {
  const base = { id: newId(), condition: null, background: null }
  switch (type) {
    case "logo":
      return { ...base, type, align: "center", width: 160 }
    case "heading":
      return { ...base, type, level: 1, content: EMPTY_TEXT }
    case "text":
      return { ...base, type, size: "normal", content: EMPTY_TEXT }
    case "picture":
      return { ...base, type, url: "", alt: "", isDecorative: false, link: null, align: "center", width: 100 }
    case "button":
      return {
        ...base,
        type,
        label: "",
        url: "",
        align: null,
        color: null,
        isWide: false,
        isAddressShown: false,
        isTracked: true,
      }
    case "products":
      return {
        ...base,
        type,
        source: "newest",
        productIds: [],
        categoryId: null,
        columns: 2,
        count: 4,
        isPriceShown: true,
        isButtonShown: false,
        buttonLabel: "",
      }
    case "order":
      return {
        ...base,
        type,
        lines: "order",
        isFactsShown: true,
        isPriceShown: true,
        isSkuShown: false,
        isTotalsShown: true,
        isAddressesShown: false,
        isDeliveryAddressShown: false,
        isShopperShown: false,
      }
    case "amount":
      return { ...base, type, label: "", of: "order" }
    case "tracking":
      return { ...base, type, buttonLabel: "" }
    case "coupon":
      return { ...base, type, title: "", label: "", code: "", note: "", color: null }
    case "poll":
      return { ...base, type, pollId: null }
    case "divider":
      return { ...base, type }
    case "spacer":
      return { ...base, type, height: 24 }
    case "social":
      return { ...base, type, align: "center" }
    case "html":
      return { ...base, type, html: "" }
    case "columns":
      return { ...base, type, columns: [[] as LeafBlock[], []], widths: null }
    case "footer":
      return { ...base, type, reason: "", isSocialShown: true }
  }
}

export function blankDocument(): BlocksDocument {
  return { version: 2, kind: "blocks", locale: null, plain: null, look: {}, blocks: blankBlocks(), translations: {} }
}

/** A letter that nobody has written yet begins with the shop's logo and ends with the ways out. */
export function blankBlocks(): Block[] {
  return [newBlock("logo"), newBlock("footer")]
}
