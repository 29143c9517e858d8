import { XMarkMini } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Segment } from "../../parts/api/segments"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props = {
  label: string
  hint: string
  value: string[]
  /** Chosen elsewhere: nobody can be taken and left out at once. */
  others: string[]
  onChange: (ids: string[]) => void
}

/** Any number of segments and lists, each with its size as last counted. */
export function SegmentPicks({ label, hint, value, others, onChange }: Props) {
  const text = useText()
  const format = useFormat()
  const { data } = useRead<{ segments: Segment[] }>("/segments")
  const segments = data?.segments ?? []
  const nameOf = ({ name, members }: Segment) =>
    members === null ? name : text("newsletters.audience.withCount", { name, people: format.number(members) })
  const offered = segments.filter(({ id }) => !value.includes(id) && !others.includes(id))
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <div className="flex flex-col gap-y-2">
          {value.length > 0 && (
            <ul className="flex flex-wrap gap-2">
              {value.map((one) => {
                const segment = segments.find((other) => other.id === one)
                return (
                  <li key={one}>
                    <Badge size="small" className="gap-x-1">
                      {segment ? <Link to={`/mailroom/segments/${one}`}>{nameOf(segment)}</Link> : one}
                      <button
                        type="button"
                        aria-label={text("newsletters.audience.takeOut", { name: segment?.name ?? one })}
                        onClick={() => onChange(value.filter((other) => other !== one))}
                      >
                        <XMarkMini />
                      </button>
                    </Badge>
                  </li>
                )
              })}
            </ul>
          )}
          {offered.length > 0 ? (
            // Remounted after each choice: the menu is for adding and holds no value of its own.
            <Choice
              key={value.length}
              id={id}
              value=""
              placeholder={text("newsletters.audience.choose")}
              onChange={(one) => onChange([...value, one])}
              options={offered.map((segment) => ({ value: segment.id, label: nameOf(segment) }))}
            />
          ) : (
            data &&
            value.length === 0 && (
              <Text size="small" className="text-ui-fg-subtle">
                {text(segments.length === 0 ? "newsletters.audience.noSegments" : "newsletters.audience.noOthers")}{" "}
                <Link to="/mailroom/segments" className="text-ui-fg-interactive">
                  {text("newsletters.audience.toSegments")}
                </Link>
              </Text>
            )
          )}
        </div>
      )}
    </Field>
  )
}
