import type { ConditionOf } from "./conditions"
import { instantsOf } from "./instants"
import { inSet, negatedIf, within, type Leaf, type LeafContext } from "./sql-leaf"

type MailCondition = ConditionOf<"mail">
type Deed = "open" | "click"

const SENT = `m.contact_id IS NOT NULL AND m.status = 'sent' AND NOT m.is_test`
/** Only mails with personal tracking can tell: without it an unseen open is unknown, not "no". */
const TRACED = `${SENT} AND m.pixel = 'personal'`

const COLUMNS: Record<Deed, { first: string; last: string }> = {
  open: { first: "f.first_open_human_at", last: "f.last_open_human_at" },
  click: { first: "f.first_click_human_at", last: "f.last_click_human_at" },
}

/** Sent, opened and clicked by people (never by machines), of any mail, of mailings, or of each person's last mailings. */
export function mailLeaf(condition: MailCondition, context: LeafContext): Leaf {
  switch (condition.op) {
    case "sent":
    case "not_sent":
      return negatedIf(
        condition.op === "not_sent",
        inSet(`SELECT m.contact_id FROM mailroom.message m
    WHERE ${SENT}${source(condition, context)}${within("m.settled_at", condition.within, context)}`),
      )
    case "opened":
    case "clicked":
      return condition.of.kind === "last" ? didOfLast(condition, context) : inSet(did(condition, context))
    case "not_opened":
    case "not_clicked":
      return condition.of.kind === "last" ? didNotOfLast(condition, context) : inSet(didNot(condition, context))
  }
}

function source(condition: MailCondition, { put }: LeafContext): string {
  return condition.of.kind === "mailings" ? ` AND m.source_id = ANY(${put(condition.of.ids)}::text[])` : ""
}

function did(condition: MailCondition, context: LeafContext): string {
  return `SELECT m.contact_id FROM mailroom.message m JOIN mailroom.message_fold f ON f.message_id = m.id
    WHERE ${SENT}${source(condition, context)} AND ${deed(condition, context)}`
}

/** Got at least one that could tell, and did it with none of them. A time is that of the sending. */
function didNot(condition: MailCondition, context: LeafContext): string {
  return `SELECT m.contact_id FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
    WHERE ${TRACED}${source(condition, context)}${within("m.settled_at", condition.within, context)}
    GROUP BY m.contact_id HAVING NOT bool_or(${deedOfAnyTime(condition, context)})`
}

function didOfLast(condition: MailCondition, context: LeafContext): Leaf {
  return {
    text: `EXISTS (SELECT FROM (${lastMailings(condition, context, SENT)}) m
    JOIN mailroom.message_fold f ON f.message_id = m.id WHERE ${deed(condition, context)})`,
    isCostly: true,
  }
}

/** Who got fewer than so many does not count: the last three are not known of somebody who joined yesterday. */
function didNotOfLast(condition: MailCondition, context: LeafContext): Leaf {
  if (condition.of.kind !== "last") throw new TypeError(`A rule of the last mailings, not of ${condition.of.kind}.`)
  const count = context.put(condition.of.count)
  return {
    text: `(SELECT count(*) = ${count}::int AND NOT bool_or(${deedOfAnyTime(condition, context)})
    FROM (${lastMailings(condition, context, TRACED)}) m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id)`,
    isNullable: true,
    isCostly: true,
  }
}

/** By index message_contact, newest first: ids are ordered by time. A time is that of the sending. */
function lastMailings(condition: MailCondition, context: LeafContext, which: string): string {
  if (condition.of.kind !== "last") throw new TypeError(`A rule of the last mailings, not of ${condition.of.kind}.`)
  const sentThen = isNegative(condition) ? within("m.settled_at", condition.within, context) : ""
  return `SELECT m.id, m.planned_at, m.template_version_id, m.locale FROM mailroom.message m
    WHERE m.contact_id = c.id AND m.origin = 'mailing' AND ${which}${sentThen}
    ORDER BY m.id DESC LIMIT ${context.put(condition.of.count)}::int`
}

const isNegative = ({ op }: MailCondition) => op === "not_opened" || op === "not_clicked"
const deedOf = ({ op }: MailCondition): Deed => (op === "opened" || op === "not_opened" ? "open" : "click")
const linkOf = (condition: MailCondition) => ("link" in condition ? condition.link : undefined)

function deedOfAnyTime(condition: MailCondition, context: LeafContext): string {
  const link = linkOf(condition)
  if (link) return clickedLink(link, "", context)
  return `${COLUMNS[deedOf(condition)].first} IS NOT NULL`
}

/**
 * The fold knows the first and the last time; what lies between is asked of the events, and only where first and last
 * leave it open (before the span and after it).
 */
function deed(condition: MailCondition, context: LeafContext): string {
  const kind = deedOf(condition)
  const link = linkOf(condition)
  if (link)
    return `${COLUMNS[kind].first} IS NOT NULL AND ${clickedLink(link, within("e.at", condition.within, context), context)}`
  const { first, last } = COLUMNS[kind]
  if (!condition.within) return `${first} IS NOT NULL`
  const { from, before } = instantsOf(condition.within, context.clock)
  const start = from && `${context.put(from.toISOString())}::timestamptz`
  const end = before && `${context.put(before.toISOString())}::timestamptz`
  if (!end) return `${last} >= ${start}`
  if (!start) return `${first} < ${end}`
  return `${last} >= ${start} AND ${first} < ${end} AND (${first} >= ${start} OR ${last} < ${end} OR EXISTS (
      SELECT FROM mailroom.message_event e WHERE e.message_id = m.id AND e.kind = ${context.put(kind)}
        AND e.classification = 'human' AND e.at >= ${start} AND e.at < ${end}))`
}

/** Fixed links stand with the version in the language of the mail (else in any), those of one mail beside it, after them. */
function clickedLink(link: string, then: string, { put }: LeafContext): string {
  return `EXISTS (
      SELECT FROM mailroom.message_event e
      LEFT JOIN LATERAL (
        SELECT k.links FROM mailroom.compiled_template k WHERE k.version_id = m.template_version_id
        ORDER BY k.locale = m.locale DESC, k.locale = split_part(m.locale, '-', 1) DESC, k.locale = 'en' DESC LIMIT 1
      ) fixed ON true
      LEFT JOIN mailroom.message_content own ON own.message_id = m.id AND own.planned_at = m.planned_at
      WHERE e.message_id = m.id AND e.kind = 'click' AND e.classification = 'human'${then}
        AND strpos(lower(coalesce(fixed.links->>e.link_index, own.links->>(e.link_index - coalesce(jsonb_array_length(fixed.links), 0)))),
          lower(${put(link)})) > 0)`
}
