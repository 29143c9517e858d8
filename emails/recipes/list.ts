import type { RecipeKey } from "../../src/core/automations/recipes/recipe"
import { abandonedCart } from "./abandoned-cart"
import { backInStock } from "./back-in-stock"
import { birthday } from "./birthday"
import { browseAbandonment } from "./browse-abandonment"
import { postPurchase } from "./post-purchase"
import { priceDrop } from "./price-drop"
import type { RecipeMail } from "./recipe-mail"
import { reviewRequest } from "./review-request"
import { vip } from "./vip"
import { welcomeSeries } from "./welcome-series"
import { winBack } from "./win-back"

/** In the order in which they are sent. */
export const RECIPE_MAILS: Record<RecipeKey, RecipeMail[]> = {
  welcome_series: welcomeSeries,
  abandoned_cart: abandonedCart,
  post_purchase: postPurchase,
  review_request: reviewRequest,
  win_back: winBack,
  back_in_stock: backInStock,
  price_drop: priceDrop,
  birthday,
  browse_abandonment: browseAbandonment,
  vip,
}
