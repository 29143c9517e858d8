import { Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { Link } from "react-router-dom"
import type { Rule } from "../../../src/core/segments/rule"
import type { Person, Preview } from "../../parts/api/segments"
import { mailroom } from "../../parts/client"
import { Section } from "../../parts/section"
import { ErrorState } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** Long enough not to count while somebody types, short enough to feel live. */
const WAIT_MS = 600
const LIVE_SECONDS = 5

/** How many the rule as it stands finds, and some of them; `rule` null while it is not complete. */
export function PreviewCard({ rule }: { rule: Rule | null }) {
  const text = useText()
  const format = useFormat()
  const asked = useSettled(rule)
  const preview = useQuery({
    queryKey: ["mailroom", "/segments/preview", asked],
    queryFn: () => mailroom<Preview>("/segments/preview", { method: "POST", body: { rule: asked } }),
    enabled: asked !== null,
    retry: false,
  })
  const isCounting = rule !== null && (preview.isFetching || asked !== rule)
  return (
    <Section title={text("segments.people")}>
      <div className="flex flex-col gap-y-2 px-6 py-4" aria-live="polite" aria-busy={isCounting}>
        {rule === null ? (
          <Text size="small" className="text-ui-fg-subtle">
            {text("segments.notYet")}
          </Text>
        ) : preview.error && !isCounting ? (
          <ErrorState error={preview.error} retry={() => void preview.refetch()} />
        ) : !preview.data ? (
          <Skeleton className="h-8 w-1/2" />
        ) : (
          <div className={isCounting ? "opacity-50" : ""}>
            {preview.data.count === null ? (
              <Text size="small">{text("segments.tooLong", { seconds: LIVE_SECONDS })}</Text>
            ) : (
              <Text size="xlarge" weight="plus" className="font-sans">
                {preview.data.count === 0
                  ? text("segments.nobody")
                  : text("segments.found", { count: preview.data.count, number: format.number(preview.data.count) })}
              </Text>
            )}
          </div>
        )}
      </div>
      {preview.data && preview.data.people.length > 0 && rule !== null && (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          <Text size="xsmall" className="text-ui-fg-muted">
            {text("segments.some")}
          </Text>
          {preview.data.people.map((person) => (
            <PersonLink key={person.id} person={person} />
          ))}
        </div>
      )}
    </Section>
  )
}

export function PersonLink({ person }: { person: Person }) {
  const text = useText()
  return (
    <Link to={`/mailroom/contacts/${person.id}`} className="hover:text-ui-fg-interactive-hover min-w-0 truncate">
      <Text as="span" size="small">
        {person.name ?? person.email ?? text("contacts.erased")}
      </Text>
      {person.name && person.email && (
        <Text as="span" size="small" className="text-ui-fg-subtle">
          {" "}
          {person.email}
        </Text>
      )}
    </Link>
  )
}

/** The value, once it has not changed for a moment. */
export function useSettled<Value>(value: Value, waitMs = WAIT_MS): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}
