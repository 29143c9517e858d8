import { Button, Input, StatusBadge, Textarea } from "@medusajs/ui"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"

type Props = {
  label: string
  isSet: boolean
  isLong?: boolean
  /** undefined = left alone, null = to be forgotten. */
  value: string | null | undefined
  onChange: (value: string | null | undefined) => void
}

/** Write only: the screen knows whether one is stored, never which. */
export function SecretField({ label, isSet, isLong, value, onChange }: Props) {
  const text = useText()
  const placeholder = isSet ? text("secret.replace") : ""
  const typed = (next: string) => onChange(next === "" ? undefined : next)
  return (
    <Field label={label} hint={value === null ? text("secret.willBeForgotten") : text("secret.hint")}>
      {(id) => (
        <div className="flex flex-col gap-y-2">
          {isLong ? (
            <Textarea
              id={id}
              rows={4}
              spellCheck={false}
              autoComplete="off"
              placeholder={placeholder || "-----BEGIN PRIVATE KEY-----"}
              value={value ?? ""}
              onChange={(event) => typed(event.target.value)}
            />
          ) : (
            <Input
              id={id}
              type="password"
              autoComplete="new-password"
              placeholder={placeholder}
              value={value ?? ""}
              onChange={(event) => typed(event.target.value)}
            />
          )}
          <div className="flex items-center gap-x-2">
            <StatusBadge color={isSet ? "green" : "grey"}>
              {text(isSet ? "secret.isSet" : "secret.isNotSet")}
            </StatusBadge>
            {isSet && (
              <Button
                type="button"
                size="small"
                variant="transparent"
                onClick={() => onChange(value === null ? undefined : null)}
              >
                {text(value === null ? "secret.keep" : "secret.forget")}
              </Button>
            )}
          </div>
        </div>
      )}
    </Field>
  )
}
