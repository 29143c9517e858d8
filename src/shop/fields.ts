/** What Mailroom asks Medusa's Query for, entity by entity (2.21). */
const CATEGORY_FIELDS = ["id", "mpath", "metadata"]

const productOf = (line: string) => [
  `${line}.product.id`,
  `${line}.product.handle`,
  `${line}.product.collection_id`,
  `${line}.product.metadata`,
  `${line}.product.tags.id`,
  ...CATEGORY_FIELDS.map((field) => `${line}.product.categories.${field}`),
]

export const ORDER_FIELDS = [
  "id",
  "display_id",
  "custom_display_id",
  "email",
  "customer_id",
  "locale",
  "region_id",
  "sales_channel_id",
  "currency_code",
  "no_notification",
  "is_draft_order",
  "status",
  "metadata",
  "created_at",
  "canceled_at",
  "total",
  "item_total",
  "shipping_total",
  "tax_total",
  "discount_total",
  "credit_line_total",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "items.detail.*",
  ...productOf("items"),
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "shipping_address.*",
  "billing_address.*",
  "customer.first_name",
  "customer.last_name",
  "cart.id",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.currency_code",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
]

export const PAYMENT_FIELDS = ["id", "currency_code", "captures.*", "refunds.*", "payment_collection.order.id"]

export const FULFILLMENT_FIELDS = [
  "id",
  "shipped_at",
  "delivered_at",
  "canceled_at",
  "items.line_item_id",
  "items.quantity",
  "labels.tracking_number",
  "labels.tracking_url",
  "order.id",
]

export const RETURN_FIELDS = [
  "id",
  "order_id",
  "no_notification",
  "requested_at",
  "received_at",
  "items.item_id",
  "items.quantity",
  "items.received_quantity",
]

export const CLAIM_FIELDS = [
  "id",
  "order_id",
  "no_notification",
  "created_at",
  "claim_items.item_id",
  "claim_items.quantity",
  "additional_items.item_id",
  "additional_items.quantity",
]

export const EXCHANGE_FIELDS = [
  "id",
  "order_id",
  "no_notification",
  "created_at",
  "additional_items.item_id",
  "additional_items.quantity",
]

export const CART_FIELDS = [
  "id",
  "email",
  "customer_id",
  "locale",
  "region_id",
  "sales_channel_id",
  "currency_code",
  "created_at",
  "updated_at",
  "completed_at",
  "item_total",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  ...productOf("items"),
  "shipping_address.first_name",
  "shipping_address.last_name",
  "customer.first_name",
  "customer.last_name",
  "customer.email",
  "order.id",
]

export const CUSTOMER_FIELDS = [
  "id",
  "email",
  "first_name",
  "last_name",
  "phone",
  "has_account",
  "metadata",
  "created_at",
  "groups.id",
  "addresses.country_code",
  "addresses.is_default_shipping",
]

const STOCK_FIELDS = [
  "variants.manage_inventory",
  "variants.allow_backorder",
  "variants.inventory_items.required_quantity",
  "variants.inventory_items.inventory.location_levels.stocked_quantity",
  "variants.inventory_items.inventory.location_levels.reserved_quantity",
]

/** Whether it can be bought, and no more. */
export const PRODUCT_STATE_FIELDS = ["id", ...STOCK_FIELDS]

/** Whether it stands, and what was given back. */
export const ORDER_STATE_FIELDS = ["id", "status", "canceled_at", "payment_collections.payments.refunds.*"]

export const PRODUCT_FIELDS = [
  "id",
  "created_at",
  ...STOCK_FIELDS,
  "title",
  "handle",
  "status",
  "thumbnail",
  "collection_id",
  "metadata",
  "tags.id",
  "sales_channels.id",
  "categories.id",
  "categories.mpath",
]
