import fc from "fast-check"
import { compileClauses, compileMembers, type CompileContext, type SegmentSource } from "./compile"
import type { Condition } from "./conditions"
import { ruleSchema, type Rule } from "./rule"

/** Noon in Berlin, two days after its clocks went forward. */
const clock = { now: new Date("2026-03-31T10:00:00Z"), timeZone: "Europe/Berlin" }
const aRule = (...rules: Rule["rules"]): Rule => ({ version: 1, match: "all", rules })
const segments: ReadonlyMap<string, SegmentSource> = new Map<string, SegmentSource>([
  [
    "mseg_rule",
    {
      kind: "rule",
      rule: {
        version: 1,
        match: "any",
        rules: [
          { kind: "tag", op: "any", tags: ["a"] },
          { kind: "profile", field: "country", op: "is", values: ["DE"] },
        ],
      },
    },
  ],
  ["mseg_list", { kind: "list", id: "mseg_list" }],
])
const context: CompileContext = { clock, segments }

const EVERYBODY = "SELECT c.id FROM mailroom.contact c WHERE c.erased_at IS NULL"
const flat = (text: string) => text.replace(/\s+/g, " ").trim()

/** Each kind of condition, the SQL that it becomes and its values: blanks do not count. */
const BECOMES: [Condition, string, unknown[]][] = [
  [
    { kind: "profile", field: "country", op: "is", values: ["de", "AT"] },
    "(c.country = ANY($1::text[]))",
    [["DE", "AT"]],
  ],
  [
    { kind: "profile", field: "country", op: "is_not", values: ["DE"] },
    "((c.country = ANY($1::text[])) IS NOT TRUE)",
    [["DE"]],
  ],
  [
    { kind: "profile", field: "locale", op: "is", values: ["de"] },
    "((c.locale = ANY($1::text[]) OR split_part(c.locale, '-', 1) = ANY($1::text[])))",
    [["de"]],
  ],
  [
    { kind: "profile", field: "time_zone", op: "is", values: ["Europe/Berlin"] },
    "(c.time_zone = ANY($1::text[]))",
    [["Europe/Berlin"]],
  ],
  [
    { kind: "profile", field: "first_name", op: "is", values: ["Zoë"] },
    "(mailroom.fold_text(c.first_name) = ANY(ARRAY(SELECT mailroom.fold_text(v) FROM unnest($1::text[]) v)))",
    [["Zoë"]],
  ],
  [
    { kind: "profile", field: "name", op: "contains", values: ["love"] },
    "(EXISTS (SELECT FROM unnest($1::text[]) v WHERE strpos(mailroom.fold_text(nullif(concat_ws(' ', c.first_name, c.last_name), '')), mailroom.fold_text(v)) > 0))",
    [["love"]],
  ],
  [{ kind: "profile", field: "last_name", op: "unknown" }, "(c.last_name IS NULL)", []],
  [
    { kind: "profile", field: "email_domain", op: "is", values: ["@Gmail.com"] },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.domain = ANY($1::text[])))",
    [["gmail.com"]],
  ],
  [
    { kind: "profile", field: "email_domain", op: "contains", values: ["gmx"] },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND EXISTS (SELECT FROM unnest($1::text[]) v WHERE strpos(a.domain, v) > 0)))",
    [["gmx"]],
  ],
  [
    { kind: "profile", field: "email_domain", op: "unknown" },
    "(NOT (EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.domain IS NOT NULL)))",
    [],
  ],
  [
    { kind: "birthday", op: "in_months", months: [1, 12] },
    "(extract(month FROM c.birthday) = ANY($1::int[]))",
    [[1, 12]],
  ],
  [{ kind: "birthday", op: "on", month: 2, day: 29 }, "(to_char(c.birthday, 'MM-DD') = ANY($1::text[]))", [["02-29"]]],
  [
    { kind: "birthday", op: "within", days: 1 },
    "(to_char(c.birthday, 'MM-DD') = ANY($1::text[]))",
    [["03-31", "04-01"]],
  ],
  [{ kind: "birthday", op: "known" }, "(c.birthday IS NOT NULL)", []],
  [
    { kind: "field", key: "shoe", type: "text", op: "is", values: ["a", "b"] },
    "((c.fields @> $1::jsonb OR c.fields @> $2::jsonb))",
    ['{"shoe":"a"}', '{"shoe":"b"}'],
  ],
  [
    { kind: "field", key: "shoe", type: "text", op: "contains", values: ["a"] },
    "(EXISTS (SELECT FROM unnest($2::text[]) v WHERE strpos(mailroom.fold_text(c.fields->>$1::text), mailroom.fold_text(v)) > 0))",
    ["shoe", ["a"]],
  ],
  [
    { kind: "field", key: "club", type: "choice", op: "is_not", values: ["gold"] },
    "(NOT (c.fields @> $1::jsonb))",
    ['{"club":"gold"}'],
  ],
  [{ kind: "field", key: "vip", type: "boolean", op: "is", value: true }, "(c.fields @> $1::jsonb)", ['{"vip":true}']],
  [
    { kind: "field", key: "size", type: "number", op: "at_least", value: 36.5 },
    "(CASE WHEN jsonb_typeof(c.fields->$1::text) = 'number' THEN (c.fields->>$1::text)::numeric END >= $2::numeric)",
    ["size", 36.5],
  ],
  [
    { kind: "field", key: "size", type: "number", op: "between", value: 1, to: 2 },
    "(CASE WHEN jsonb_typeof(c.fields->$1::text) = 'number' THEN (c.fields->>$1::text)::numeric END BETWEEN $2::numeric AND $3::numeric)",
    ["size", 1, 2],
  ],
  [
    { kind: "field", key: "wedding", type: "date", op: "within", within: { kind: "last", days: 90 } },
    '((c.fields->>$1::text) COLLATE "C" >= $2 AND (c.fields->>$1::text) COLLATE "C" <= $3)',
    ["wedding", "2025-12-31", "2026-03-31"],
  ],
  [
    { kind: "field", key: "wedding", type: "date", op: "next", days: 7 },
    '((c.fields->>$1::text) COLLATE "C" >= $2 AND (c.fields->>$1::text) COLLATE "C" <= $3)',
    ["wedding", "2026-03-31", "2026-04-07"],
  ],
  [
    { kind: "field", key: "wedding", type: "date", op: "is", day: "2020-02-29" },
    '((c.fields->>$1::text) COLLATE "C" >= $2 AND (c.fields->>$1::text) COLLATE "C" <= $3)',
    ["wedding", "2020-02-29", "2020-02-29"],
  ],
  [{ kind: "field", key: "wedding", type: "date", op: "unknown" }, "(NOT (c.fields ? $1::text))", ["wedding"]],
  [{ kind: "tag", op: "any", tags: ["vip"] }, "(c.tags && $1::text[])", [["vip"]]],
  [{ kind: "tag", op: "all", tags: ["vip", "press"] }, "(c.tags @> $1::text[])", [["vip", "press"]]],
  [{ kind: "tag", op: "none", tags: ["vip"] }, "(NOT (c.tags && $1::text[]))", [["vip"]]],
  [
    { kind: "topic", topic_id: "mtop_newsletters", state: "subscribed" },
    "(EXISTS ( SELECT FROM mailroom.contact_address a JOIN mailroom.subscription u ON u.address_id = a.id WHERE a.contact_id = c.id AND a.is_primary AND u.topic_id = $1 AND u.state = $2))",
    ["mtop_newsletters", "subscribed"],
  ],
  [
    { kind: "topic", topic_id: "mtop_newsletters", state: "none" },
    "(NOT EXISTS ( SELECT FROM mailroom.contact_address a JOIN mailroom.subscription u ON u.address_id = a.id WHERE a.contact_id = c.id AND a.is_primary AND u.topic_id = $1))",
    ["mtop_newsletters"],
  ],
  [
    { kind: "consent", states: ["pending"] },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.marketing = ANY($1::text[])))",
    [["pending"]],
  ],
  [
    { kind: "orders", measure: "count", op: "at_least", value: 3 },
    "(EXISTS (SELECT FROM (SELECT t.contact_id FROM mailroom.contact_purchase_total t GROUP BY t.contact_id HAVING sum(t.order_count) >= $1::numeric) s WHERE s.contact_id = c.id))",
    [3],
  ],
  [
    { kind: "orders", measure: "count", op: "is", value: 0 },
    "(NOT (EXISTS (SELECT FROM (SELECT t.contact_id FROM mailroom.contact_purchase_total t GROUP BY t.contact_id HAVING NOT (sum(t.order_count) = $1::numeric)) s WHERE s.contact_id = c.id)))",
    [0],
  ],
  [
    {
      kind: "orders",
      measure: "net_spend",
      currency: "eur",
      op: "more",
      value: 100,
      within: { kind: "last", days: 90 },
    },
    "(EXISTS (SELECT FROM (SELECT o.contact_id FROM mailroom.purchase_order o WHERE o.canceled_at IS NULL AND o.currency = $1 AND o.placed_at >= $2::timestamptz GROUP BY o.contact_id HAVING sum(o.net_total - o.net_total * least(coalesce(o.refunded_total / nullif(o.total, 0), 0), 1)) > $3::numeric) s WHERE s.contact_id = c.id))",
    ["eur", "2025-12-30T23:00:00.000Z", 100],
  ],
  [
    { kind: "orders", measure: "average", currency: "eur", op: "less", value: 50 },
    "(EXISTS (SELECT FROM (SELECT t.contact_id FROM mailroom.contact_purchase_total t WHERE t.currency = $1 AND t.net_spend / t.order_count < $2::numeric) s WHERE s.contact_id = c.id))",
    ["eur", 50],
  ],
  [
    { kind: "order_date", which: "last", within: { kind: "longer_ago", days: 90 } },
    "(EXISTS (SELECT FROM (SELECT t.contact_id FROM mailroom.contact_purchase_total t GROUP BY t.contact_id HAVING true AND max(t.last_order_at) < $1::timestamptz) s WHERE s.contact_id = c.id))",
    ["2025-12-30T23:00:00.000Z"],
  ],
  [
    { kind: "bought", op: "ever", what: "product", ids: ["prod_1"], within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.purchase p WHERE p.quantity > p.returned_quantity AND p.product_id = ANY($1::text[]) AND p.placed_at >= $2::timestamptz AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)) s WHERE s.contact_id = c.id))",
    [["prod_1"], "2025-12-30T23:00:00.000Z"],
  ],
  [
    { kind: "bought", op: "never", what: "category", ids: ["pcat_1"] },
    "(NOT (EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.purchase p WHERE p.quantity > p.returned_quantity AND p.product_id IN (SELECT x.product_id FROM mailroom.product x WHERE x.category_ids && $1::text[]) AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)) s WHERE s.contact_id = c.id)))",
    [["pcat_1"]],
  ],
  [
    { kind: "bought", op: "ever", what: "variant", ids: ["variant_1"] },
    "(EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.purchase p WHERE p.quantity > p.returned_quantity AND p.variant_id = ANY($1::text[]) AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)) s WHERE s.contact_id = c.id))",
    [["variant_1"]],
  ],
  [
    { kind: "bought", op: "ever", what: "collection", ids: ["pcol_1"] },
    "(EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.purchase p WHERE p.quantity > p.returned_quantity AND p.product_id IN (SELECT x.product_id FROM mailroom.product x WHERE x.collection_id = ANY($1::text[])) AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)) s WHERE s.contact_id = c.id))",
    [["pcol_1"]],
  ],
  [
    { kind: "bought", op: "ever", what: "product_tag", ids: ["ptag_1"] },
    "(EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.purchase p WHERE p.quantity > p.returned_quantity AND p.product_id IN (SELECT x.product_id FROM mailroom.product x WHERE x.tag_ids && $1::text[]) AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.order_id = p.order_id AND o.canceled_at IS NOT NULL)) s WHERE s.contact_id = c.id))",
    [["ptag_1"]],
  ],
  [
    {
      kind: "bought",
      op: "never",
      what: "anything",
      within: { kind: "between", from: "2026-03-01", to: "2026-03-29" },
    },
    "(NOT (EXISTS (SELECT FROM (SELECT o.contact_id FROM mailroom.purchase_order o WHERE o.canceled_at IS NULL AND o.placed_at >= $1::timestamptz AND o.placed_at < $2::timestamptz) s WHERE s.contact_id = c.id)))",
    ["2026-02-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
  ],
  [
    { kind: "cart", op: "has", state: "open", within: { kind: "since", day: "2026-03-01" } },
    "(EXISTS (SELECT FROM (SELECT k.contact_id FROM mailroom.cart k WHERE k.completed_at IS NULL AND k.item_count > 0 AND k.abandoned_at IS NULL AND k.last_activity_at >= $1::timestamptz) s WHERE s.contact_id = c.id))",
    ["2026-02-28T23:00:00.000Z"],
  ],
  [
    { kind: "cart", op: "has_not", state: "abandoned", worth: { value: 50, currency: "eur" } },
    "(NOT (EXISTS (SELECT FROM (SELECT k.contact_id FROM mailroom.cart k WHERE k.completed_at IS NULL AND k.item_count > 0 AND k.abandoned_at IS NOT NULL AND k.currency = $1 AND k.item_total >= $2::numeric) s WHERE s.contact_id = c.id)))",
    ["eur", 50],
  ],
  [
    { kind: "cart", op: "has", state: "open", products: ["prod_1"] },
    "(EXISTS (SELECT FROM (SELECT k.contact_id FROM mailroom.cart k WHERE k.completed_at IS NULL AND k.item_count > 0 AND k.abandoned_at IS NULL AND k.product_ids && $1::text[]) s WHERE s.contact_id = c.id))",
    [["prod_1"]],
  ],
  [
    { kind: "visit", op: "has", what: "site" },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visitor v) s WHERE s.contact_id = c.id))",
    [],
  ],
  [
    { kind: "visit", op: "has_not", what: "site", within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND NOT (EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visitor v WHERE v.last_visit_at >= $1::timestamptz) s WHERE s.contact_id = c.id)))",
    ["2025-12-30T23:00:00.000Z"],
  ],
  [
    { kind: "visit", op: "has", what: "site", within: { kind: "until", day: "2026-03-01" } },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visitor v WHERE v.first_visit_at < $1::timestamptz) s WHERE s.contact_id = c.id))",
    ["2026-03-01T23:00:00.000Z"],
  ],
  [
    { kind: "visit", op: "has", what: "site", times: 3 },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visitor v WHERE v.visits >= $1::int) s WHERE s.contact_id = c.id))",
    [3],
  ],
  [
    { kind: "visit", op: "has_not", what: "site", times: 3, within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND NOT (EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visit v WHERE v.kind = 'site' AND v.at >= $1::timestamptz GROUP BY v.contact_id HAVING count(*) >= $2::int) s WHERE s.contact_id = c.id)))",
    ["2025-12-30T23:00:00.000Z", 3],
  ],
  [
    { kind: "visit", op: "has", what: "section", section: "/at/sale/" },
    '(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = \'granted\') AND EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visit v WHERE v.kind = \'page\' AND (v.path COLLATE "C" = $1 OR (v.path COLLATE "C" >= $2 AND v.path COLLATE "C" < $3))) s WHERE s.contact_id = c.id))',
    ["/sale", "/sale/", "/sale0"],
  ],
  [
    { kind: "visit", op: "has", what: "product", ids: ["prod_1"], times: 2, within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visit v WHERE v.kind = 'product' AND v.subject_id = ANY($1::text[]) AND v.at >= $2::timestamptz GROUP BY v.contact_id HAVING count(*) >= $3::int) s WHERE s.contact_id = c.id))",
    [["prod_1"], "2025-12-30T23:00:00.000Z", 2],
  ],
  [
    { kind: "visit", op: "has", what: "category", ids: ["pcat_1"] },
    "(EXISTS (SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted') AND EXISTS (SELECT FROM (SELECT v.contact_id FROM mailroom.visit v WHERE v.subject_id IN ( SELECT unnest($1::text[]) UNION SELECT x.product_id FROM mailroom.product x WHERE x.category_ids && $1::text[])) s WHERE s.contact_id = c.id))",
    [["pcat_1"]],
  ],
  [
    { kind: "mail", op: "sent", of: { kind: "any" }, within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND m.settled_at >= $1::timestamptz) s WHERE s.contact_id = c.id))",
    ["2025-12-30T23:00:00.000Z"],
  ],
  [
    { kind: "mail", op: "not_sent", of: { kind: "mailings", ids: ["mml_1"] } },
    "(NOT (EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND m.source_id = ANY($1::text[])) s WHERE s.contact_id = c.id)))",
    [["mml_1"]],
  ],
  [
    { kind: "poll", op: "answered", poll_id: "mpoll_1", answers: [2, 3], within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.poll_answer p WHERE p.poll_id = $2 AND p.answers && $1::smallint[] AND p.answered_at >= $3::timestamptz) s WHERE s.contact_id = c.id))",
    [[2, 3], "mpoll_1", "2025-12-30T23:00:00.000Z"],
  ],
  [
    { kind: "poll", op: "not_answered", poll_id: "mpoll_1" },
    "(NOT (EXISTS (SELECT FROM (SELECT p.contact_id FROM mailroom.poll_answer p WHERE p.poll_id = $1) s WHERE s.contact_id = c.id)))",
    ["mpoll_1"],
  ],
  [
    { kind: "mail", op: "opened", of: { kind: "mailings", ids: ["mml_1"] } },
    "(EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m JOIN mailroom.message_fold f ON f.message_id = m.id WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND m.source_id = ANY($1::text[]) AND f.first_open_human_at IS NOT NULL) s WHERE s.contact_id = c.id))",
    [["mml_1"]],
  ],
  [
    {
      kind: "mail",
      op: "opened",
      of: { kind: "any" },
      within: { kind: "between", from: "2026-03-01", to: "2026-03-29" },
    },
    "(EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m JOIN mailroom.message_fold f ON f.message_id = m.id WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND f.last_open_human_at >= $1::timestamptz AND f.first_open_human_at < $2::timestamptz AND (f.first_open_human_at >= $1::timestamptz OR f.last_open_human_at < $2::timestamptz OR EXISTS ( SELECT FROM mailroom.message_event e WHERE e.message_id = m.id AND e.kind = $3 AND e.classification = 'human' AND e.at >= $1::timestamptz AND e.at < $2::timestamptz))) s WHERE s.contact_id = c.id))",
    ["2026-02-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z", "open"],
  ],
  [
    { kind: "mail", op: "not_opened", of: { kind: "any" }, within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND m.pixel = 'personal' AND m.settled_at >= $1::timestamptz GROUP BY m.contact_id HAVING NOT bool_or(f.first_open_human_at IS NOT NULL)) s WHERE s.contact_id = c.id))",
    ["2025-12-30T23:00:00.000Z"],
  ],
  [
    { kind: "mail", op: "opened", of: { kind: "last", count: 3 } },
    "(EXISTS (SELECT FROM (SELECT m.id, m.planned_at, m.template_version_id, m.locale FROM mailroom.message m WHERE m.contact_id = c.id AND m.origin = 'mailing' AND m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test ORDER BY m.id DESC LIMIT $1::int) m JOIN mailroom.message_fold f ON f.message_id = m.id WHERE f.first_open_human_at IS NOT NULL))",
    [3],
  ],
  [
    { kind: "mail", op: "not_opened", of: { kind: "last", count: 3 } },
    "((SELECT count(*) = $1::int AND NOT bool_or(f.first_open_human_at IS NOT NULL) FROM (SELECT m.id, m.planned_at, m.template_version_id, m.locale FROM mailroom.message m WHERE m.contact_id = c.id AND m.origin = 'mailing' AND m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND m.pixel = 'personal' ORDER BY m.id DESC LIMIT $2::int) m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id))",
    [3, 3],
  ],
  [
    { kind: "mail", op: "clicked", of: { kind: "any" }, link: "/boots", within: { kind: "last", days: 90 } },
    "(EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m JOIN mailroom.message_fold f ON f.message_id = m.id WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND f.first_click_human_at IS NOT NULL AND EXISTS ( SELECT FROM mailroom.message_event e LEFT JOIN LATERAL ( SELECT k.links FROM mailroom.compiled_template k WHERE k.version_id = m.template_version_id ORDER BY k.locale = m.locale DESC, k.locale = split_part(m.locale, '-', 1) DESC, k.locale = 'en' DESC LIMIT 1 ) fixed ON true LEFT JOIN mailroom.message_content own ON own.message_id = m.id AND own.planned_at = m.planned_at WHERE e.message_id = m.id AND e.kind = 'click' AND e.classification = 'human' AND e.at >= $1::timestamptz AND strpos(lower(coalesce(fixed.links->>e.link_index, own.links->>(e.link_index - coalesce(jsonb_array_length(fixed.links), 0)))), lower($2)) > 0)) s WHERE s.contact_id = c.id))",
    ["2025-12-30T23:00:00.000Z", "/boots"],
  ],
  [
    { kind: "mail", op: "not_clicked", of: { kind: "mailings", ids: ["mml_1"] }, link: "/boots" },
    "(EXISTS (SELECT FROM (SELECT m.contact_id FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id WHERE m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test AND m.pixel = 'personal' AND m.source_id = ANY($1::text[]) GROUP BY m.contact_id HAVING NOT bool_or(EXISTS ( SELECT FROM mailroom.message_event e LEFT JOIN LATERAL ( SELECT k.links FROM mailroom.compiled_template k WHERE k.version_id = m.template_version_id ORDER BY k.locale = m.locale DESC, k.locale = split_part(m.locale, '-', 1) DESC, k.locale = 'en' DESC LIMIT 1 ) fixed ON true LEFT JOIN mailroom.message_content own ON own.message_id = m.id AND own.planned_at = m.planned_at WHERE e.message_id = m.id AND e.kind = 'click' AND e.classification = 'human' AND strpos(lower(coalesce(fixed.links->>e.link_index, own.links->>(e.link_index - coalesce(jsonb_array_length(fixed.links), 0)))), lower($2)) > 0))) s WHERE s.contact_id = c.id))",
    [["mml_1"], "/boots"],
  ],
  [
    { kind: "rfm", groups: ["champions"], monetary: [5] },
    "(EXISTS (SELECT FROM (SELECT r.contact_id FROM mailroom.contact_rfm r WHERE r.recency * 10 + r.frequency = ANY($1::int[]) AND r.monetary = ANY($2::int[])) s WHERE s.contact_id = c.id))",
    [[54, 55], [5]],
  ],
  [
    { kind: "segment", op: "in", segment_id: "mseg_rule" },
    "((c.tags && $1::text[]) OR (c.country = ANY($2::text[])))",
    [["a"], ["DE"]],
  ],
  [
    { kind: "segment", op: "not_in", segment_id: "mseg_list" },
    "(NOT (EXISTS (SELECT FROM (SELECT l.contact_id FROM mailroom.segment_member l WHERE l.segment_id = $1) s WHERE s.contact_id = c.id)))",
    ["mseg_list"],
  ],
]

describe("each condition becomes exactly this SQL", () => {
  it.each(BECOMES)("%j", (condition, sql, values) => {
    const compiled = compileMembers({ kind: "rule", rule: aRule(condition) }, context)
    expect(flat(compiled.text)).toBe(`${EVERYBODY} AND ${sql}`)
    expect(compiled.values).toEqual(values)
  })

  it("and the table above has every kind that there is", () => {
    const kinds = new Set(BECOMES.map(([{ kind }]) => kind))
    expect([...kinds].sort()).toEqual(
      "birthday bought cart consent field mail order_date orders poll profile rfm segment tag topic visit".split(" "),
    )
  })
})

describe("groups", () => {
  const inDe: Condition = { kind: "profile", field: "country", op: "is", values: ["DE"] }
  const isVip: Condition = { kind: "tag", op: "any", tags: ["vip"] }
  const textOf = (rule: Rule) => flat(compileMembers({ kind: "rule", rule }, context).text)

  it("are everybody without a condition, whoever is asked for", () => {
    for (const match of ["all", "any", "none"] as const)
      expect(textOf({ version: 1, match, rules: [] })).toBe(EVERYBODY)
  })

  it("join by AND and OR", () => {
    expect(textOf({ version: 1, match: "any", rules: [inDe, isVip] })).toBe(
      `${EVERYBODY} AND ((c.country = ANY($1::text[])) OR (c.tags && $2::text[]))`,
    )
    const nested: Rule = aRule(inDe, { kind: "group", match: "any", rules: [isVip, inDe] })
    expect(textOf(nested)).toBe(
      `${EVERYBODY} AND (c.country = ANY($1::text[])) AND ((c.tags && $2::text[]) OR (c.country = ANY($3::text[])))`,
    )
  })

  it("of none count what is unknown as not holding", () => {
    expect(textOf({ version: 1, match: "none", rules: [inDe, isVip] })).toBe(
      `${EVERYBODY} AND ((c.country = ANY($1::text[])) IS NOT TRUE) AND (NOT (c.tags && $2::text[]))`,
    )
    const not = aRule({ kind: "group", match: "none", rules: [{ kind: "group", match: "all", rules: [inDe, isVip] }] })
    expect(textOf(not)).toContain(`(((c.country = ANY($1::text[])) AND (c.tags && $2::text[])) IS NOT TRUE)`)
  })

  it("ask what is costly only of those whom the rest leaves", () => {
    const asleep: Condition = { kind: "mail", op: "not_opened", of: { kind: "last", count: 3 } }
    const text = textOf(aRule(asleep, inDe))
    expect(text).toMatch(
      /^WITH near AS MATERIALIZED \(SELECT c\.id FROM mailroom\.contact c WHERE c\.erased_at IS NULL AND/,
    )
    expect(text.indexOf("c.country")).toBeLessThan(text.indexOf("FROM near"))
    expect(text.indexOf("mailroom.message m")).toBeGreaterThan(text.indexOf("FROM near"))
  })

  it("are people on a list, for a segment that is one", () => {
    expect(compileMembers({ kind: "list", id: "mseg_list" }, context)).toEqual({
      text: expect.stringContaining("mailroom.segment_member l WHERE l.segment_id = $1"),
      values: ["mseg_list"],
    })
  })
})

describe("one person", () => {
  it("is asked each condition by itself, in the order of the rule", () => {
    const rule = aRule(BECOMES[0]![0], { kind: "group", match: "any", rules: [BECOMES[24]![0], BECOMES[30]![0]] })
    const { text, values, count } = compileClauses(rule, "018f0000-0000-7000-8000-000000000000", context)
    expect(count).toBe(3)
    expect(text).toMatch(/AS clause_0,[^]*AS clause_1,[^]*AS clause_2\nFROM/)
    expect(values.at(-1)).toBe("018f0000-0000-7000-8000-000000000000")
  })
})

describe("nothing that is given gets into the text of a statement", () => {
  const hostile = fc.oneof(
    fc.constantFrom(`'; DROP TABLE mailroom.contact; --`, `') OR true --`, `$1`, `"`, `\\'`, `1); SELECT pg_sleep(9)`),
    fc.string({ minLength: 1, maxLength: 30 }),
  )
  /** Every string of a condition that is free text becomes the hostile one. */
  const poisoned = (given: unknown, poison: string, key = ""): unknown => {
    if (Array.isArray(given)) return given.map((one) => poisoned(one, poison, key))
    if (typeof given === "object" && given !== null)
      return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, poisoned(value, poison, name)]))
    const isFree = ["values", "ids", "products", "tags", "topic_id", "poll_id", "link", "key", "currency"].includes(key)
    return typeof given === "string" && isFree ? poison : given
  }

  it("whatever it is: the text is the same as for a harmless value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...BECOMES), hostile, ([condition], poison) => {
        const made = (word: string) =>
          compileMembers({ kind: "rule", rule: aRule(poisoned(condition, word) as Condition) }, context).text
        expect(made(poison)).toBe(made("harmless"))
      }),
      { numRuns: 500 },
    )
  })

  it("and what would not be a field, an operator or a kind is refused before", () => {
    const refused = (rule: unknown) => ruleSchema.safeParse({ version: 1, match: "all", rules: [rule] }).success
    expect(refused({ kind: "profile", field: "first_name; DROP", op: "is", values: ["a"] })).toBe(false)
    expect(refused({ kind: "profile", field: "erased_at", op: "known" })).toBe(false)
    expect(refused({ kind: "field", key: "a'b", type: "text", op: "is", values: ["a"] })).toBe(false)
    expect(refused({ kind: "orders", measure: "count", op: "> 0 OR 1=1 --", value: 1 })).toBe(false)
    expect(refused({ kind: "__proto__", op: "is" })).toBe(false)
  })
})
