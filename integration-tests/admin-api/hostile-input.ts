import { writeCursor } from "../../src/core/reports/cursor"

/** Ids that no row has, and that no statement may choke on. */
export const HOSTILE_IDS = ["a%00b", "'%20OR%201=1--", "x".repeat(3000)]

/** Queries that lists get from a bent address bar. */
export const HOSTILE_QUERIES = [
  "limit=abc",
  "limit=-1",
  "limit=1e9",
  "limit=1&limit=2",
  "cursor=rubbish",
  `cursor=${writeCursor(["1' OR true"])}`,
  `cursor=${writeCursor(["0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\0"])}`,
  `cursor=${writeCursor(["infinity", "x"])}`,
  `cursor=${"A".repeat(1990)}`,
  "cursor[a]=b",
  "q=a%00b",
  `q=${"q".repeat(300)}`,
  "q[]=a&q[]=b",
  "status=nothing",
  "status[a][b]=c",
  "locale=%00",
  "locale=../../etc",
  `locale=${"x".repeat(300)}`,
  "email=%00&order=",
  "email=%00",
  "order=99999999999999999999",
  `order=${"9".repeat(190)}`,
  "about=%00",
  "customer_id=%00",
]

/** Whole bodies that are no form at all. */
export const HOSTILE_BODIES: unknown[] = [[], [1], { "na\0me": 1 }, { nonsense: { deep: [{ deeper: null }] } }]

/** One value of a kind that a field may not expect. A field that takes one of them (a text takes a long one) may say so. */
export const HOSTILE_VALUES: unknown[] = [
  null,
  3_000_000_000,
  1e308,
  "",
  "\ud83d",
  "x".repeat(20_000),
  "2026-13-45T99:99:99Z",
  [null],
  { a: "\0" },
]

/** The fields of each route's body, by `METHOD path` below /admin/mailroom. */
export const BODY_FIELDS: Record<string, string[]> = {
  "POST /settings": [
    "general",
    "transport",
    "tracking",
    "throttle",
    "owner",
    "delivery",
    "consent",
    "retention",
    "secrets",
  ],
  "POST /settings/send-test-mail": ["email"],
  "POST /senders": [
    "name",
    "from_name",
    "from_email",
    "marketing_from_email",
    "reply_to",
    "postal_address",
    "storefront_url",
    "brand",
    "locale",
    "sales_channel_ids",
  ],
  "POST /rights/:user_id": ["see", "edit", "send", "mail_out"],
  "POST /outbox/:id/resend": ["email"],
  "POST /store-emails/:id": ["is_on", "owner_copy", "owner_addresses", "idle_minutes", "is_tracked", "is_copy_kept"],
  "POST /store-emails/:id/send-test-mail": ["email", "locale"],
  "POST /custom-actions": [
    "name",
    "match",
    "recipients",
    "heading",
    "text",
    "with_shopper",
    "with_prices",
    "locale",
    "is_on",
  ],
  "POST /custom-actions/:id/try": ["order_id"],
  "POST /mailings": ["name", "subject", "preheader", "document", "topic_id", "sender_id", "is_tracked", "is_copy_kept"],
  "POST /mailings/:id": ["revision"],
  "POST /mailings/:id/send": ["revision"],
  "POST /mailings/:id/schedule": ["at"],
  "POST /mailings/:id/send-test-mail": ["email"],
  "POST /topics": ["name", "slug", "description", "visibility"],
  "POST /topics/:id": ["name", "slug", "description", "visibility", "is_archived"],
  "POST /contacts/:id/suppress": ["scope", "note"],
  "POST /contacts/:id/lift": ["suppression_id", "reason"],
}
