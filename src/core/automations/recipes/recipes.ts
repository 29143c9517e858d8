import { abandonedCart } from "./abandoned-cart"
import { backInStock } from "./back-in-stock"
import { birthday } from "./birthday"
import { browseAbandonment } from "./browse-abandonment"
import { postPurchase } from "./post-purchase"
import { priceDrop } from "./price-drop"
import type { Recipe } from "./recipe"
import { reviewRequest } from "./review-request"
import { vip } from "./vip"
import { welcomeSeries } from "./welcome-series"
import { winBack } from "./win-back"

/** The ready-made automations (F9), in the order in which a shop usually takes them up. */
export const RECIPES: readonly Recipe[] = [
  welcomeSeries,
  abandonedCart,
  postPurchase,
  reviewRequest,
  winBack,
  backInStock,
  priceDrop,
  birthday,
  browseAbandonment,
  vip,
]

const byKey = new Map<string, Recipe>(RECIPES.map((recipe) => [recipe.key, recipe]))

export const recipeOf = (key: string): Recipe | undefined => byKey.get(key)
