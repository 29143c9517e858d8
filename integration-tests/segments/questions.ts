import type { Clause, Match, Rule } from "../../src/core/segments/rule"

/** The first moment of the day so many days ago, in the shop's town. */
const ago = (days: number) =>
  `((date_trunc('day', mailroom.now() AT TIME ZONE 'Europe/Berlin') - interval '${days} days') AT TIME ZONE 'Europe/Berlin')`
const aRule = (match: Match, ...rules: Clause[]): Rule => ({ version: 1, match, rules })
const address = (where: string) =>
  `SELECT c.id FROM mailroom.contact c, mailroom.contact_address a WHERE a.contact_id = c.id AND ${where}`
const agreed = (people: string) => address(`a.tracking = 'granted' AND c.id IN (${people})`)
const stands = `NOT EXISTS (SELECT 1 FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)`
const bought = (where: string) =>
  `SELECT DISTINCT p.contact_id AS id FROM mailroom.purchase p LEFT JOIN mailroom.product x USING (product_id)
   WHERE p.quantity - p.returned_quantity > 0 AND ${stands} AND ${where}`
const net = `CASE WHEN o.total = 0 THEN o.net_total ELSE o.net_total * (1 - least(o.refunded_total / o.total, 1)) END`

/**
 * What a shop owner asks of the village, the rule that is built for it, and the query that somebody who knows SQL would
 * write. The browser builds the same ones by clicks (integration-tests/browser/segments-walk.ts).
 */
export const QUESTIONS: [question: string, rule: Rule, byHand: string][] = [
  [
    "Who lives in Germany or Austria?",
    aRule("all", { kind: "profile", field: "country", op: "is", values: ["DE", "AT"] }),
    `SELECT id FROM mailroom.contact WHERE country IN ('DE', 'AT')`,
  ],
  [
    "Who reads German, Austrian or not?",
    aRule("all", { kind: "profile", field: "locale", op: "is", values: ["de"] }),
    `SELECT id FROM mailroom.contact WHERE locale LIKE 'de%'`,
  ],
  [
    "Whose last name has müll in it, however it is written?",
    aRule("all", { kind: "profile", field: "name", op: "contains", values: ["MULL"] }),
    `SELECT id FROM mailroom.contact WHERE last_name ILIKE '%müll%'`,
  ],
  [
    "Who has a Gmail or GMX address, but no known country?",
    aRule(
      "all",
      { kind: "profile", field: "email_domain", op: "contains", values: ["gmail", "gmx"] },
      { kind: "profile", field: "country", op: "unknown" },
    ),
    address(`(a.email LIKE '%@gmail.com' OR a.email LIKE '%@gmx.de') AND c.country IS NULL`),
  ],
  [
    "Who was born in January or December?",
    aRule("all", { kind: "birthday", op: "in_months", months: [1, 12] }),
    `SELECT id FROM mailroom.contact WHERE to_char(birthday, 'MM') IN ('01', '12')`,
  ],
  [
    "Who has a birthday within the next 30 days?",
    aRule("all", { kind: "birthday", op: "within", days: 30 }),
    `SELECT c.id FROM mailroom.contact c WHERE EXISTS (
       SELECT 1 FROM generate_series(0, 30) n,
         LATERAL (SELECT (mailroom.now() AT TIME ZONE 'Europe/Berlin')::date + n AS day) d
       WHERE (extract(month FROM day), extract(day FROM day)) = (extract(month FROM birthday), extract(day FROM birthday))
         OR (to_char(birthday, 'MMDD') = '0229' AND to_char(day, 'MMDD') = '0228' AND to_char(day + 1, 'MMDD') = '0301'))`,
  ],
  [
    "Who wears size 38 to 41, or is in the gold club and has a dog?",
    aRule(
      "any",
      { kind: "field", key: "size", type: "number", op: "between", value: 38, to: 41 },
      {
        kind: "group",
        match: "all",
        rules: [
          { kind: "field", key: "club", type: "choice", op: "is", values: ["gold", "silver"] },
          { kind: "field", key: "owns_dog", type: "boolean", op: "is", value: true },
        ],
      },
    ),
    `SELECT id FROM mailroom.contact WHERE (fields->>'size')::int IN (38, 39, 40, 41)
       OR (fields->>'club' IN ('gold', 'silver') AND fields->>'owns_dog' = 'true')`,
  ],
  [
    "Who married in the last 100 days?",
    aRule("all", { kind: "field", key: "wedding", type: "date", op: "within", within: { kind: "last", days: 100 } }),
    `SELECT id FROM mailroom.contact WHERE (fields->>'wedding')::date
       BETWEEN (mailroom.now() AT TIME ZONE 'Europe/Berlin')::date - 100 AND (mailroom.now() AT TIME ZONE 'Europe/Berlin')::date`,
  ],
  [
    "Who is a VIP, but not of the press?",
    aRule("all", { kind: "tag", op: "any", tags: ["vip"] }, { kind: "tag", op: "none", tags: ["press"] }),
    `SELECT id FROM mailroom.contact WHERE 'vip' = ANY(tags) AND NOT 'press' = ANY(tags)`,
  ],
  [
    "Who gets the newsletter and has agreed to marketing?",
    aRule(
      "all",
      { kind: "topic", topic_id: "mtop_newsletters", state: "subscribed" },
      { kind: "consent", states: ["subscribed"] },
    ),
    address(`a.marketing = 'subscribed' AND a.id IN (
      SELECT address_id FROM mailroom.subscription WHERE topic_id = 'mtop_newsletters' AND state = 'subscribed')`),
  ],
  [
    "Who neither joined nor left the newsletter?",
    aRule("all", { kind: "topic", topic_id: "mtop_newsletters", state: "none" }),
    address(`a.id NOT IN (SELECT address_id FROM mailroom.subscription WHERE topic_id = 'mtop_newsletters')`),
  ],
  [
    "Who ordered at least three times?",
    aRule("all", { kind: "orders", measure: "count", op: "at_least", value: 3 }),
    `SELECT contact_id AS id FROM mailroom.purchase_order WHERE canceled_at IS NULL GROUP BY 1 HAVING count(*) > 2`,
  ],
  [
    "Who spent less than 100 euros net within a year (or nothing)?",
    aRule("all", {
      kind: "orders",
      measure: "net_spend",
      currency: "eur",
      op: "less",
      value: 100,
      within: { kind: "last", days: 365 },
    }),
    `SELECT c.id FROM mailroom.contact c WHERE coalesce((SELECT sum(${net}) FROM mailroom.purchase_order o WHERE o.contact_id = c.id
       AND o.canceled_at IS NULL AND o.currency = 'eur' AND o.placed_at >= ${ago(365)}), 0) < 100`,
  ],
  [
    "Whose average order is over 80 euros, but whose last one is more than 120 days old?",
    aRule(
      "all",
      { kind: "orders", measure: "average", currency: "eur", op: "more", value: 80 },
      { kind: "order_date", which: "last", within: { kind: "longer_ago", days: 120 } },
    ),
    `SELECT o.contact_id AS id FROM mailroom.purchase_order o WHERE o.canceled_at IS NULL
     GROUP BY 1 HAVING avg(${net}) FILTER (WHERE o.currency = 'eur') > 80 AND max(o.placed_at) < ${ago(120)}`,
  ],
  [
    "Who bought boots in the last 90 days?",
    aRule("all", {
      kind: "bought",
      op: "ever",
      what: "category",
      ids: ["pcat_boots"],
      within: { kind: "last", days: 90 },
    }),
    bought(`'pcat_boots' = ANY(x.category_ids) AND p.placed_at >= ${ago(90)}`),
  ],
  [
    "Who ordered something, but never from the winter collection, nor anything new?",
    aRule(
      "all",
      { kind: "bought", op: "ever", what: "anything" },
      {
        kind: "group",
        match: "none",
        rules: [
          { kind: "bought", op: "ever", what: "collection", ids: ["pcol_winter"] },
          { kind: "bought", op: "ever", what: "product_tag", ids: ["ptag_new"] },
        ],
      },
    ),
    `SELECT contact_id AS id FROM mailroom.purchase_order WHERE canceled_at IS NULL
     EXCEPT ${bought(`(x.collection_id = 'pcol_winter' OR 'ptag_new' = ANY(x.tag_ids))`)}`,
  ],
  [
    "Who left a cart of 50 euros or more behind in the last 30 days?",
    aRule("all", {
      kind: "cart",
      op: "has",
      state: "abandoned",
      worth: { value: 50, currency: "eur" },
      within: { kind: "last", days: 30 },
    }),
    `SELECT contact_id AS id FROM mailroom.cart WHERE abandoned_at >= ${ago(30)} AND completed_at IS NULL AND item_total >= 50
       AND currency = 'eur'`,
  ],
  [
    "Who has product 3 in an open cart?",
    aRule("all", { kind: "cart", op: "has", state: "open", products: ["prod_3"] }),
    `SELECT contact_id AS id FROM mailroom.cart
     WHERE abandoned_at IS NULL AND completed_at IS NULL AND item_count > 0 AND 'prod_3' = ANY(product_ids)`,
  ],
  [
    "Who came to the shop in the last 20 days?",
    aRule("all", { kind: "visit", op: "has", what: "site", within: { kind: "last", days: 20 } }),
    agreed(`SELECT contact_id FROM mailroom.visit WHERE kind = 'site' AND at >= ${ago(20)}`),
  ],
  [
    "Who came fewer than three times in 100 days, or looked at the sale twice or more?",
    aRule(
      "any",
      { kind: "visit", op: "has_not", what: "site", times: 3, within: { kind: "last", days: 100 } },
      { kind: "visit", op: "has", what: "section", section: "/sale", times: 2 },
    ),
    `${agreed(`SELECT id FROM mailroom.contact WHERE (SELECT count(*) FROM mailroom.visit v
       WHERE v.contact_id = contact.id AND kind = 'site' AND at >= ${ago(100)}) < 3`)}
     UNION ${agreed(`SELECT contact_id FROM mailroom.visit WHERE kind = 'page' AND (path = '/sale' OR path LIKE '/sale/%')
       GROUP BY 1 HAVING count(*) > 1`)}`,
  ],
  [
    "Who looked at products 3 or 4 lately, but at no boots at all, as far as we may know?",
    aRule(
      "all",
      { kind: "visit", op: "has", what: "product", ids: ["prod_3", "prod_4"], within: { kind: "last", days: 60 } },
      { kind: "visit", op: "has_not", what: "category", ids: ["pcat_boots"] },
    ),
    `${agreed(`SELECT contact_id FROM mailroom.visit WHERE subject_id IN ('prod_3', 'prod_4') AND at >= ${ago(60)}`)}
     EXCEPT SELECT contact_id FROM mailroom.visit WHERE subject_id IN ('pcat_boots', 'prod_0', 'prod_1')`,
  ],
  [
    "Who opened a mail between 41 and 15 days ago?",
    aRule("all", {
      kind: "mail",
      op: "opened",
      of: { kind: "any" },
      within: { kind: "between", from: dayAgo(41), to: dayAgo(15) },
    }),
    `SELECT DISTINCT m.contact_id AS id FROM mailroom.message m JOIN mailroom.message_event e ON e.message_id = m.id
     WHERE e.kind = 'open' AND e.classification = 'human' AND e.at >= ${ago(41)} AND e.at < ${ago(14)}`,
  ],
  [
    "Who got the last three mailings traceably and opened none of them?",
    aRule("all", { kind: "mail", op: "not_opened", of: { kind: "last", count: 3 } }),
    `SELECT contact_id AS id FROM (
       SELECT m.contact_id, row_number() OVER (PARTITION BY m.contact_id ORDER BY m.settled_at DESC) AS n,
         (SELECT count(*) FROM mailroom.message_event e WHERE e.message_id = m.id AND e.kind = 'open' AND e.classification = 'human') AS opens
       FROM mailroom.message m WHERE m.status = 'sent' AND m.pixel = 'personal') latest
     WHERE n <= 3 GROUP BY 1 HAVING count(*) = 3 AND sum(opens) = 0`,
  ],
  [
    "Who clicked a link to boots, or one to their cart, in the latest two mailings?",
    aRule(
      "any",
      { kind: "mail", op: "clicked", of: { kind: "mailings", ids: ["mml_1", "mml_2"] }, link: "/boots" },
      { kind: "mail", op: "clicked", of: { kind: "mailings", ids: ["mml_1", "mml_2"] }, link: "/cart/" },
    ),
    `SELECT m.contact_id AS id FROM mailroom.message m JOIN mailroom.message_event e ON e.message_id = m.id
     WHERE m.source_id IN ('mml_1', 'mml_2') AND e.kind = 'click' AND e.classification = 'human' AND e.link_index IN (0, 2)`,
  ],
  [
    "Who was sent mailing 3, whose opens are known, and did not open it?",
    aRule("all", { kind: "mail", op: "not_opened", of: { kind: "mailings", ids: ["mml_3"] } }),
    `SELECT contact_id AS id FROM mailroom.message WHERE source_id = 'mml_3' AND status = 'sent' AND pixel = 'personal' AND id NOT IN (
       SELECT message_id FROM mailroom.message_event WHERE kind = 'open' AND classification = 'human')`,
  ],
  [
    "Who is among the fifth that bought last, and is a champion or loyal?",
    aRule("all", { kind: "rfm", recency: [5], groups: ["champions", "loyal"] }),
    `SELECT contact_id AS id FROM (
       SELECT contact_id, percent_rank() OVER (ORDER BY max(placed_at)) AS r, percent_rank() OVER (ORDER BY count(*)) AS f
       FROM mailroom.purchase_order WHERE canceled_at IS NULL GROUP BY contact_id) t WHERE r >= 0.8 AND f >= 0.6`,
  ],
  [
    "Who was met at the fair, but is no VIP?",
    aRule(
      "all",
      { kind: "segment", op: "in", segment_id: "mseg_fair" },
      { kind: "group", match: "none", rules: [{ kind: "tag", op: "any", tags: ["vip"] }] },
    ),
    `SELECT contact_id AS id FROM mailroom.segment_member WHERE segment_id = 'mseg_fair'
     EXCEPT SELECT id FROM mailroom.contact WHERE 'vip' = ANY(tags)`,
  ],
  [
    "Who bought any boots in the last 90 days, did not open the last two mailings and lives in DE or AT?",
    aRule(
      "all",
      { kind: "bought", op: "ever", what: "category", ids: ["pcat_boots"], within: { kind: "last", days: 90 } },
      { kind: "mail", op: "not_opened", of: { kind: "last", count: 2 } },
      { kind: "profile", field: "country", op: "is", values: ["DE", "AT"] },
    ),
    `${bought(`'pcat_boots' = ANY(x.category_ids) AND p.placed_at >= ${ago(90)}`)}
     INTERSECT SELECT id FROM mailroom.contact WHERE country IN ('DE', 'AT')
     INTERSECT SELECT contact_id FROM (
       SELECT m.contact_id, row_number() OVER (PARTITION BY m.contact_id ORDER BY m.settled_at DESC) AS n, f.first_open_human_at
       FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
       WHERE m.status = 'sent' AND m.pixel = 'personal') latest
     WHERE n <= 2 GROUP BY 1 HAVING count(*) = 2 AND count(first_open_human_at) = 0`,
  ],
]

function dayAgo(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(
    new Date(Date.now() - days * 86_400_000),
  )
}
