import { Input } from "@medusajs/ui"
import type { SettingsAnswer } from "../../parts/api/settings"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { DomainLimits } from "./domain-limits"
import { SerialForm } from "./serial-form"
import { SettingsForm } from "./settings-form"

const LIMITS = ["perSecond", "perHour", "perDay"] as const

/** How fast mail may leave; empty means as fast as the server takes it. */
export function ThrottleSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  return (
    <>
      <SettingsForm
        section="throttle"
        answer={answer}
        title={text("settings.section.throttle")}
        hint={text("throttle.hint")}
      >
        {(values, set) => (
          <>
            <div className="grid grid-cols-1 gap-5 md:grid-cols-3">
              {LIMITS.map((limit) => (
                <Field key={limit} label={text(`throttle.${limit}`)} optional={text("common.optional")}>
                  {(id) => (
                    <Input
                      id={id}
                      type="number"
                      min={1}
                      placeholder={text("throttle.noLimit")}
                      value={values[limit] ?? ""}
                      onChange={(event) => set({ [limit]: event.target.value ? Number(event.target.value) : null })}
                    />
                  )}
                </Field>
              ))}
            </div>
            <DomainLimits value={values.domains} onChange={(domains) => set({ domains })} />
          </>
        )}
      </SettingsForm>
      <SerialForm answer={answer} />
    </>
  )
}
