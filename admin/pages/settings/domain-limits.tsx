import { Trash } from "@medusajs/icons"
import { Button, Heading, IconButton, Input, Text } from "@medusajs/ui"
import type { Settings } from "../../parts/api/settings"
import { useText } from "../../parts/use-text"

type Limits = Settings["throttle"]["domains"]
type Props = { value: Limits; onChange: (limits: Limits) => void }

/** Mails a second for receivers who take no more. */
export function DomainLimits({ value, onChange }: Props) {
  const text = useText()
  const put = (at: number, change: Partial<Limits[number]>) =>
    onChange(value.map((one, n) => (n === at ? { ...one, ...change } : one)))
  return (
    <div className="flex flex-col gap-y-3 border-t pt-5">
      <div>
        <Heading level="h3">{text("schedule.domains.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {text("schedule.domains.hint")}
        </Text>
      </div>
      {value.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {text("schedule.domains.none")}
        </Text>
      )}
      {value.length > 0 && (
        <div className="txt-compact-small-plus grid max-w-xl grid-cols-[1fr_140px_28px] gap-2" aria-hidden>
          <span>{text("schedule.domains.domain")}</span>
          <span>{text("schedule.domains.perSecond")}</span>
        </div>
      )}
      {value.map(({ domain, perSecond }, at) => (
        <div key={at} className="grid max-w-xl grid-cols-[1fr_140px_28px] items-center gap-2">
          <Input
            size="small"
            aria-label={text("schedule.domains.domain")}
            placeholder="gmail.com"
            value={domain}
            onChange={(event) => put(at, { domain: event.target.value })}
          />
          <Input
            size="small"
            type="number"
            min={0.01}
            step="any"
            aria-label={text("schedule.domains.perSecond")}
            value={perSecond}
            onChange={(event) => put(at, { perSecond: Number(event.target.value) })}
          />
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={text("schedule.domains.remove", { domain })}
            onClick={() => onChange(value.filter((_, n) => n !== at))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="secondary"
          type="button"
          onClick={() => onChange([...value, { domain: "", perSecond: 20 }])}
        >
          {text("schedule.domains.add")}
        </Button>
      </div>
    </div>
  )
}
