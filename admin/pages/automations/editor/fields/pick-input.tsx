import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { Pickable } from "../../../../../src/core/automations/editing/form-fields"
import type { TemplateRow } from "../../../../parts/api/content"
import type { Poll } from "../../../../parts/api/polls"
import type { Segment } from "../../../../parts/api/segments"
import { Choice } from "../../../../parts/choice"
import { shop } from "../../../../parts/client"
import { Field } from "../../../../parts/field"
import { useRead } from "../../../../parts/use-mailroom"
import { useText, useWord, type Text as Say } from "../../../../parts/use-text"
import { useTopics } from "../../../../parts/use-topics"
import { SomeOf } from "../../../segments/form-parts"
import { listOf, useLabel, type FieldProps } from "./field-input"

type Option = { value: string; label: string; group?: string }

/** One of the shop's or Mailroom's own things; one that is gone is said to be. */
export function PickInput({ id, field, value, onChange }: FieldProps<"pick">) {
  const text = useText()
  const label = useLabel(field)
  const options = useOptions(field.what)
  const nothingThere = useNothingThere(field.what)
  if (field.isMany)
    return (
      <div className="flex flex-col gap-y-1">
        <SomeOf
          label={label}
          value={listOf(value).map(String)}
          values={options.map((one) => one.value)}
          textOf={(one) => options.find((option) => option.value === one)?.label ?? one}
          onChange={(values) => onChange(values, null)}
        />
        {nothingThere}
      </div>
    )
  const chosen = typeof value === "string" ? value : ""
  return (
    <Field label={label} hint={field.hint} optional={field.isOptional ? text("common.optional") : undefined}>
      {(htmlId) => (
        <>
          <Choice
            id={htmlId}
            size="small"
            value={chosen || (field.isOptional ? "-" : "")}
            placeholder={text("steps.form.choose")}
            options={[...none(field, text), ...options, ...gone(chosen, options, text)]}
            onChange={(next) => onChange(next === "-" ? null : next, null)}
          />
          {!field.isOptional && nothingThere}
          {field.what === "template" && <OpenTemplate id={chosen} key={id} />}
        </>
      )}
    </Field>
  )
}

const none = ({ isOptional, none: label }: FieldProps<"pick">["field"], text: Say): Option[] =>
  isOptional ? [{ value: "-", label: label ?? text("steps.form.none") }] : []

const gone = (chosen: string, options: Option[], text: Say): Option[] =>
  chosen && options.length > 0 && !options.some(({ value }) => value === chosen)
    ? [{ value: chosen, label: `${chosen} (${text("steps.says.gone")})` }]
    : []

/** Where what is to be chosen is made, and read from. */
const PLACES: { [What in Pickable]?: string } = {
  segment: "/segments",
  supplier: "/suppliers",
  poll: "/polls",
  webhook: "/webhooks",
}

/** Says that there is none, and where to make one; null while there is something, or nobody knows yet. */
function useNothingThere(what: Pickable): ReactNode {
  const text = useText()
  const place = PLACES[what]
  const { data } = useRead<Record<string, unknown[]>>(place ?? "", { enabled: place !== undefined })
  if (!place || data?.[place.slice(1)]?.length !== 0) return null
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {text("steps.form.nothingThere")}{" "}
      <Link className="text-ui-fg-interactive" to={`/mailroom${place}`}>
        {text("steps.form.makeOne")}
      </Link>
    </Text>
  )
}

/** The mail that is chosen, or where to write one. */
function OpenTemplate({ id }: { id: string }) {
  const text = useText()
  const address = isBuiltin(id) ? `mtpl_${id}` : id
  return (
    <Text size="small">
      <Link className="text-ui-fg-interactive" to={id ? `/mailroom/templates/${address}` : "/mailroom/templates"}>
        {text(id ? "steps.form.openTemplate" : "steps.form.newTemplate")}
      </Link>
    </Text>
  )
}

const isBuiltin = (template: string): boolean => !template.startsWith("mtpl_")

function useOptions(what: Pickable): Option[] {
  const word = useWord()
  const text = useText()
  const topics = useTopics()
  const templates = useRead<{ templates: TemplateRow[] }>("/templates", { enabled: what === "template" })
  const segments = useRead<{ segments: Segment[] }>("/segments", { enabled: what === "segment" })
  const senders = useRead<{ senders: { id: string; name: string }[] }>("/senders", { enabled: what === "sender" })
  const suppliers = useRead<{ suppliers: { id: string; name: string }[] }>("/suppliers", {
    enabled: what === "supplier",
  })
  const webhooks = useRead<{ webhooks: { id: string; name: string }[] }>("/webhooks", { enabled: what === "webhook" })
  const polls = useRead<{ polls: Poll[] }>("/polls", { enabled: what === "poll" })
  const users = useUsers(what === "user")
  switch (what) {
    case "template":
      return (
        (templates.data?.templates ?? [])
          .filter((one) => one.class !== "system")
          .map((one) => ({
            // A built-in goes by its key, so that an export works in another shop.
            value: one.key ?? one.id,
            label: one.key ? word("words.template", one.key) : one.name,
            group: text(one.key ? "steps.form.builtins" : "steps.form.own"),
          }))
          // What somebody wrote for it is looked for first.
          .sort((one, other) => Number(isBuiltin(one.value)) - Number(isBuiltin(other.value)))
      )
    case "segment":
      return (segments.data?.segments ?? []).map(({ id, name }) => ({ value: id, label: name }))
    case "topic":
      return topics.map(({ id, name }) => ({ value: id, label: name }))
    case "sender":
      return (senders.data?.senders ?? []).map(({ id, name }) => ({ value: id, label: name }))
    case "supplier":
      return (suppliers.data?.suppliers ?? []).map(({ id, name }) => ({ value: id, label: name }))
    case "webhook":
      return (webhooks.data?.webhooks ?? []).map(({ id, name }) => ({ value: id, label: name }))
    case "poll":
      return (polls.data?.polls ?? []).map(({ id, name }) => ({ value: id, label: name }))
    case "user":
      return users
    default:
      return []
  }
}

type User = { id: string; email: string; first_name?: string | null; last_name?: string | null }

/** Colleagues, as Medusa knows them. */
function useUsers(isNeeded: boolean): Option[] {
  const { data } = useQuery({
    queryKey: ["mailroom-users"],
    queryFn: () => shop<{ users: User[] }>("/users", { limit: 100 }),
    enabled: isNeeded,
  })
  return (data?.users ?? []).map(({ id, email, first_name, last_name }) => ({
    value: id,
    label: [first_name, last_name].filter(Boolean).join(" ") || email,
  }))
}
