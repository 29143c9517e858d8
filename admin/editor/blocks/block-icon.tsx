import {
  ArrowUpDown,
  BuildingStorefront,
  CashSolid,
  CodeEditor,
  CursorArrowRays,
  GridLayout,
  LayoutBottom,
  LayoutLeftRight,
  ListCheckbox,
  Minus,
  Photo,
  ReceiptPercent,
  Share,
  ShoppingCart,
  Text as TextIcon,
  TruckFast,
  Typography,
} from "@medusajs/icons"
import type { Block } from "../../../src/core/templates/document"

const ICONS: { [Type in Block["type"]]: typeof Photo } = {
  logo: BuildingStorefront,
  heading: Typography,
  text: TextIcon,
  picture: Photo,
  button: CursorArrowRays,
  products: GridLayout,
  order: ShoppingCart,
  amount: CashSolid,
  tracking: TruckFast,
  coupon: ReceiptPercent,
  poll: ListCheckbox,
  columns: LayoutLeftRight,
  divider: Minus,
  spacer: ArrowUpDown,
  social: Share,
  html: CodeEditor,
  footer: LayoutBottom,
}

export function BlockIcon({ type }: { type: Block["type"] }) {
  const Icon = ICONS[type]
  return <Icon className="text-ui-fg-muted shrink-0" aria-hidden="true" />
}
