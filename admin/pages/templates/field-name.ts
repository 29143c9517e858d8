import type { Text, TextKey } from "../../parts/use-text"

/** The fields of a content under the names that the editor's own forms give them. */
const NAMES: Record<string, TextKey> = {
  subject: "newsletters.subject",
  preheader: "newsletters.preheader",
  plain: "editor.preview.plain",
  type: "templates.changedField.whole",
  content: "editor.text.words",
  level: "editor.size",
  size: "editor.size",
  align: "editor.align.label",
  color: "editor.colour",
  background: "editor.background",
  condition: "editor.condition.label",
  url: "editor.leadsTo",
  link: "editor.leadsTo",
  alt: "editor.picture.alt",
  isDecorative: "editor.picture.decorative",
  width: "templates.changedField.width",
  height: "templates.changedField.height",
  label: "editor.button.label",
  buttonLabel: "editor.button.label",
  isWide: "editor.button.wide",
  isAddressShown: "editor.button.address",
  title: "editor.coupon.title",
  code: "editor.coupon.code",
  note: "editor.coupon.note",
  source: "editor.products.which",
  count: "editor.products.count",
  isButtonShown: "templates.changedField.isButtonShown",
  columns: "templates.changedField.columns",
  widths: "editor.columns.widths",
  lines: "editor.order.which",
  isFactsShown: "editor.order.isFactsShown",
  isPriceShown: "editor.order.isPriceShown",
  isSkuShown: "editor.order.isSkuShown",
  isTotalsShown: "editor.order.isTotalsShown",
  isAddressesShown: "editor.order.isAddressesShown",
  isDeliveryAddressShown: "editor.order.isDeliveryAddressShown",
  isShopperShown: "editor.order.isShopperShown",
  of: "editor.amount.which",
  reason: "editor.footer.reason",
  isSocialShown: "editor.footer.social",
  look: "templates.changedField.look",
}

/** A field that these screens do not know yet keeps its own name. */
export function fieldName(text: Text, field: string): string {
  const key = NAMES[field]
  return key ? text(key) : field
}
