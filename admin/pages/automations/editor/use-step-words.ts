import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { FlowNode } from "../../../../src/core/automations/editing/flow"
import { ruleSchema, type Rule } from "../../../../src/core/segments/rule"
import { segmentSentence } from "../../../../src/core/segments/segment-sentence"
import type { Webhook } from "../../../parts/api/actions"
import type { TemplateRow } from "../../../parts/api/content"
import type { Catalogue, JsonSchema, Trigger } from "../../../parts/api/flows"
import type { Segment } from "../../../parts/api/segments"
import { saidName } from "../../../parts/said"
import { useFormat, type Format } from "../../../parts/use-format"
import { useRead } from "../../../parts/use-mailroom"
import { TEXT_NAMESPACE, useText, useWord, type Text } from "../../../parts/use-text"
import { useChoices, useSpeaker } from "../../segments/use-speaker"

export type Names = {
  template: (id: string) => string | null
  segment: (id: string) => string | null
  webhook: (id: string) => string | null
  /** A rule as a sentence; empty while it says nothing. */
  rule: (rule: unknown) => string
}
export type Named = (group: string, word: string | null | undefined, otherwise?: string) => string

/** "order.placed" → the key of its words. */
export const wordKey = (kind: string) => kind.replace(/^mailroom\.(?=.)/, "mailroom_").replaceAll(".", "_")

/** Steps, exits and triggers in plain words, with the names of what they mention. */
export function useStepWords(catalogue: Catalogue, nodes: FlowNode[] = NONE) {
  const text = useText()
  const named = useNamed()
  const names = useNames()
  const rule = useRuleWords(nodes)
  const format = useFormat()
  return useMemo(
    () => stepWords({ text, named, names: { ...names, rule }, format, catalogue, nodes }),
    [text, named, names, rule, format, catalogue, nodes],
  )
}

const NONE: FlowNode[] = []

/** Says the rules that steps ask, in the words of segments. */
function useRuleWords(nodes: FlowNode[]): Names["rule"] {
  const choices = useChoices()
  const rules = useMemo(() => nodes.flatMap(({ settings }) => ruleIn(settings.matches) ?? []), [nodes])
  const all = useMemo(
    () => ({ version: 1 as const, match: "any" as const, rules: rules.flatMap((one) => one.rules) }),
    [rules],
  )
  const speaker = useSpeaker(all, choices)
  return useCallback(
    (value: unknown) => {
      const rule = ruleIn(value)
      return rule && rule.rules.length > 0 ? segmentSentence(rule, speaker) : ""
    },
    [speaker],
  )
}

function ruleIn(value: unknown): Rule | null {
  const parsed = ruleSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

export type StepWords = ReturnType<typeof stepWords>

function stepWords({
  text,
  named,
  names,
  format,
  catalogue,
  nodes,
}: Omit<Say, "titleOf" | "actionLabel"> & { catalogue: Catalogue; nodes: FlowNode[] }) {
  const kindOf = (kind: string) => catalogue.nodes.find((one) => one.kind === kind)
  const kindName = (kind: string) => {
    const known = kindOf(kind)
    if (!known) return text("automations.unknownKind", { kind })
    return known.label ?? named("steps.kind", kind)
  }
  /** Of a step that another one means. */
  const titleOf = (id: string): string => {
    const node = nodes.find((one) => one.id === id)
    if (!node) return text("steps.says.gone")
    // A mail is meant by its own name: what its card says has quotes in it.
    return node.name ?? names.template(word(node.settings.template)) ?? step(node)
  }
  const actionLabel = (id: string) => labelOfAction(kindOf("own_action")?.schema, id)
  const words = { text, named, names, format, titleOf, actionLabel }
  const step = (node: FlowNode) => SAYS[node.kind]?.(settingsOf(node), words) || kindName(node.kind)
  return {
    kind: (node: Pick<FlowNode, "kind">) => kindName(node.kind),
    kindName,
    kindHint: (kind: string) => named("steps.kindHint", kind),
    step,
    /** What a person calls it. */
    title: (node: FlowNode) => node.name ?? step(node),
    aside: (node: FlowNode) => asideOf(settingsOf(node), words),
    trigger: (trigger: Trigger | null) => (trigger ? triggerName(trigger.kind) : text("automations.triggerNone")),
    triggerName,
    exit: (node: FlowNode | undefined, exit: string) => armName(node, exit) ?? named("steps.exit", exit),
    group: (group: string) => named("steps.group", group),
    triggerGroup: (group: string) => named("steps.triggerGroup", group),
    field: (key: string) => named("steps.field", key),
    fieldHint: (key: string) => named("steps.fieldHint", key, ""),
    value: (value: string) => named("steps.value", value),
    filter: (kind: string) => named("steps.filter", kind),
  }

  function triggerName(kind: string) {
    return catalogue.triggers.find((one) => one.kind === kind)?.label ?? named("steps.triggerName", wordKey(kind))
  }
}

type Say = {
  text: Text
  named: Named
  names: Names
  format: Format
  titleOf: (id: string) => string
  /** What the shop's code calls its action; null: it does not know it (any more). */
  actionLabel: (id: string) => string | null
}
type Settings = Record<string, unknown>

const settingsOf = (node: FlowNode): Settings =>
  typeof node.settings === "object" && node.settings !== null ? node.settings : {}
const word = (value: unknown): string => (typeof value === "string" ? value : "")
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : [])

/** What a card says of its settings; empty: the name of the kind says it all. */
const SAYS: Record<string, (settings: Settings, say: Say) => string> = {
  wait: ({ amount, unit }, { text }) => {
    const count = Number(amount ?? Number.NaN)
    if (!Number.isFinite(count) || !["minutes", "hours", "days"].includes(word(unit))) return ""
    return text(`steps.says.wait_${unit as "days"}`, { count })
  },
  wait_until: ({ until, date, window }, { text, format }) => {
    if (until === "date")
      return /^\d{4}-\d\d-\d\dT/.test(word(date)) ? text("steps.says.until_day", clockOf(word(date), format)) : ""
    const { from, to } = (window as { hours?: { from?: number; to?: number } } | undefined)?.hours ?? {}
    return from !== undefined && to !== undefined ? text("steps.says.until_window", { from, to }) : ""
  },
  send_email: ({ template }, { text, names }) =>
    template
      ? text("steps.says.send_email", { template: names.template(word(template)) ?? text("steps.says.gone") })
      : text("steps.says.send_nothing"),
  send_sms: ({ text: said }, { text }) => (word(said) ? text("steps.says.send_sms", { text: word(said) }) : ""),
  send_push: ({ title }, { text }) => (word(title) ? text("steps.says.send_push", { text: word(title) }) : ""),
  cascade: ({ channels }, { named }) =>
    (Array.isArray(channels) ? channels : [])
      .map((one: { channel?: string }) => named("steps.value", one?.channel))
      .filter(Boolean)
      .join(" → "),
  notify_third_party: ({ recipients }, { text }) => {
    const who = (Array.isArray(recipients) ? recipients : [])
      .map((one: { value?: string }) => one?.value)
      .filter(Boolean)
    return who.length > 0 ? text("steps.says.notify", { who: who.join(", ") }) : ""
  },
  filter: ({ rule, segmentId, matches }, { text, names }) => {
    if (rule === "in_segment" && segmentId)
      return text("steps.says.filter_in_segment", {
        segment: names.segment(word(segmentId)) ?? text("steps.says.gone"),
      })
    if (rule === "bought" || rule === "cart_still_open" || rule === "has_account")
      return text(`steps.says.filter_${rule}`)
    return rule === "matches" ? names.rule(matches) : ""
  },
  check_email: ({ node, what }, { text, titleOf }) =>
    node && ["sent", "delivered", "opened", "clicked"].includes(word(what))
      ? text("steps.says.check", { mail: titleOf(word(node)), what: text(`steps.says.check_${what as "clicked"}`) })
      : "",
  split: ({ arms }) =>
    (Array.isArray(arms) ? arms : [])
      .map((arm: { name?: string; percent?: number }) => `${arm?.name} ${arm?.percent} %`)
      .join(" · "),
  limit: ({ max }, { text }) => (Number.isFinite(Number(max)) ? text("steps.says.limit", { max: Number(max) }) : ""),
  select_customers: ({ segmentId }, { text, names }) =>
    segmentId ? text("steps.says.select", { segment: names.segment(word(segmentId)) ?? text("steps.says.gone") }) : "",
  tag: ({ add, remove }, { text }) =>
    [
      words(add).length > 0 ? text("steps.says.tag_add", { tags: words(add).join(", ") }) : "",
      words(remove).length > 0 ? text("steps.says.tag_remove", { tags: words(remove).join(", ") }) : "",
    ]
      .filter(Boolean)
      .join(", "),
  webhook: ({ endpointId }, { text, names }) =>
    endpointId
      ? text("steps.says.webhook", { system: names.webhook(word(endpointId)) ?? text("steps.says.gone") })
      : "",
  task: ({ title }) => word(title),
  promotion: ({ type, value, currency, days }, { text, format }) => {
    if (!Number(value) || (type === "fixed" && !/^[a-z]{3}$/i.test(word(currency)))) return ""
    const worth = type === "fixed" ? format.money(Number(value), word(currency)) : format.percent(Number(value) / 100)
    return text("steps.says.promotion", { worth, count: Number(days) })
  },
  own_action: ({ actionId }, { text, actionLabel }) =>
    actionId ? (actionLabel(word(actionId)) ?? text("steps.says.gone")) : "",
}

/** "2026-12-24T10:00", as clocks show it where the person lives. */
function clockOf(moment: string, format: Format) {
  const [day = "", time = ""] = moment.split("T")
  return { day: `${format.day(day)}, ${time}` }
}

/** The schema of the step has one form for each action, with its label as the title. */
function labelOfAction(schema: JsonSchema | undefined, id: string): string | null {
  return schema?.oneOf?.find(({ properties }) => properties?.actionId?.const === id)?.title ?? null
}

function asideOf({ onlyIf }: Settings, { text, named }: Say): string {
  const conditions = words(onlyIf).map((one) => named("steps.value", one))
  return conditions.length > 0 ? text("steps.says.onlyIf", { what: conditions.join(", ") }) : ""
}

/** Branches of a split are named by whoever made them. */
function armName(node: FlowNode | undefined, exit: string): string | null {
  const arms = node?.settings.arms
  if (!Array.isArray(arms)) return null
  const arm = arms.find((one: { id?: string }) => one?.id === exit) as { name?: string; percent?: number } | undefined
  return arm ? `${arm.name || exit}${arm.percent === undefined ? "" : ` ${arm.percent} %`}` : null
}

/** A word of the server in the language of the admin; one that nobody translated is shown as it is. */
export function useNamed(): Named {
  const { t, i18n } = useTranslation(TEXT_NAMESPACE)
  return useMemo(
    () => (group, word, otherwise) => {
      if (!word) return ""
      const key = `${group}.${word}`
      return i18n.exists(key, { ns: TEXT_NAMESPACE }) ? (t(key) as string) : (otherwise ?? humanised(word))
    },
    [t, i18n],
  )
}

/** "notBefore" and "not_before" → "Not before" */
function humanised(word: string): string {
  const spaced = word
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[_.]/g, " ")
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function useNames(): Omit<Names, "rule"> {
  const word = useWord()
  const templates = useRead<{ templates: TemplateRow[] }>("/templates")
  const segments = useRead<{ segments: Segment[] }>("/segments")
  const webhooks = useRead<{ webhooks: Webhook[] }>("/webhooks")
  return useMemo(() => {
    const byTemplate = new Map(
      (templates.data?.templates ?? []).flatMap((one) => {
        const name = one.key ? word("words.template", one.key) || saidName(one.name, "store_email") : one.name
        return [[one.id, name] as const, ...(one.key ? [[one.key, name] as const] : [])]
      }),
    )
    const bySegment = new Map((segments.data?.segments ?? []).map((one) => [one.id, one.name]))
    const byWebhook = new Map((webhooks.data?.webhooks ?? []).map((one) => [one.id, one.name]))
    return {
      // While the names are on their way nothing is "gone".
      template: (id) => byTemplate.get(id) ?? (templates.data ? null : "…"),
      segment: (id) => bySegment.get(id) ?? (segments.data ? null : "…"),
      webhook: (id) => byWebhook.get(id) ?? (webhooks.data ? null : "…"),
    }
  }, [templates.data, segments.data, webhooks.data, word])
}
