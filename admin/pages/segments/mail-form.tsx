import { Hint, Input } from "@medusajs/ui"
import type { ConditionOf } from "../../../src/core/segments/conditions"
import { Field } from "../../parts/field"
import { NumberInput, OneOf, SomeOf, SpanInput } from "./form-parts"
import { useFormText, type FormProps } from "./use-form-text"

type MailCondition = ConditionOf<"mail">
type Of = MailCondition["of"]

const OPS = ["sent", "not_sent", "opened", "not_opened", "clicked", "not_clicked"] as const
const START: Record<Of["kind"], Of> = {
  any: { kind: "any" },
  mailings: { kind: "mailings", ids: [] },
  last: { kind: "last", count: 3 },
}

/** What somebody got, opened or clicked. "The last ones" cannot be asked of what was sent: everybody got their last ones. */
export function MailForm({ condition, choices, onChange }: FormProps<"mail">) {
  const { form, op } = useFormText()
  const { of } = condition
  const isSending = condition.op === "sent" || condition.op === "not_sent"
  const made = (change: Partial<Record<keyof MailCondition | "link", unknown>>) => {
    const { link, ...next } = { link: undefined, ...condition, ...change } as { op: string; of: Of; link?: string }
    const isSent = next.op === "sent" || next.op === "not_sent"
    const isClick = next.op === "clicked" || next.op === "not_clicked"
    const mails = isSent && next.of.kind === "last" ? START.any : next.of
    onChange({ ...next, of: mails, ...(isClick && link ? { link } : {}) } as MailCondition)
  }
  const known = new Map(choices.mailings.map((one) => [one.id, one.name || one.subject]))
  return (
    <>
      <OneOf label={form("how")} value={condition.op} values={OPS} textOf={op} onChange={(how) => made({ op: how })} />
      <OneOf<Of["kind"]>
        label={form("what")}
        value={of.kind}
        values={isSending ? ["any", "mailings"] : ["any", "mailings", "last"]}
        textOf={(one) => form(`of.${one}`)}
        onChange={(one) => made({ of: START[one] })}
      />
      {of.kind === "last" && (
        <NumberInput
          label={form("count")}
          min={1}
          value={of.count}
          onChange={(count) => made({ of: { ...of, count } })}
        />
      )}
      <SpanInput isOptional value={condition.within} onChange={(within) => made({ within })} />
      {(condition.op === "clicked" || condition.op === "not_clicked") && (
        <Field label={form("link")}>
          {(id) => (
            <Input
              id={id}
              size="small"
              value={condition.link ?? ""}
              onChange={(event) => made({ link: event.target.value })}
            />
          )}
        </Field>
      )}
      {of.kind === "mailings" && (
        <div className="col-span-full">
          {choices.mailings.length === 0 && <Hint>{form("noMailings")}</Hint>}
          <SomeOf
            label={form("mailings")}
            value={of.ids}
            values={[...new Set([...known.keys(), ...of.ids])]}
            textOf={(id) => known.get(id) ?? id}
            onChange={(ids) => made({ of: { ...of, ids } })}
          />
        </div>
      )}
      <Hint className="col-span-full">
        {condition.op.startsWith("not_") && !isSending ? form("notKnownHint") : ""}{" "}
        {of.kind === "last" ? form("lastHint") : ""}
      </Hint>
    </>
  )
}
