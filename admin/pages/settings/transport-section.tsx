import { Alert, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { SettingsAnswer, SettingsChange } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { SendTest } from "../../parts/send-test"
import { useText } from "../../parts/use-text"
import { SecretField } from "./secret-field"
import { SettingsForm } from "./settings-form"

const SECURITIES = ["starttls", "tls", "none"] as const
const PORT = { starttls: 587, tls: 465, none: 25 } as const

/** The mail server. Password and key are written here and never read back. */
export function TransportSection({ answer }: { answer: SettingsAnswer }) {
  const text = useText()
  const [secrets, setSecrets] = useState<NonNullable<SettingsChange["secrets"]>>({})
  return (
    <>
      {answer.smtp_from_option && (
        <Alert variant="info">{text("transport.fromOption", { host: answer.smtp_from_option })}</Alert>
      )}
      <SettingsForm
        section="transport"
        answer={answer}
        title={text("settings.section.transport")}
        hint={text("transport.hint")}
        secrets={() => secrets}
        onSaved={() => setSecrets({})}
        extra={<SendTest path="/settings/send-test-mail" />}
      >
        {(values, set) => (
          <>
            <div className="grid grid-cols-1 gap-5 md:grid-cols-[2fr_1fr_1fr]">
              <Field label={text("transport.host")} hint={text("transport.hostHint")}>
                {(id) => (
                  <Input
                    id={id}
                    placeholder="smtp.example.com"
                    value={values.host ?? ""}
                    onChange={(event) => set({ host: event.target.value.trim() || null })}
                  />
                )}
              </Field>
              <Field label={text("transport.security")}>
                {(id) => (
                  <Choice
                    id={id}
                    value={values.security}
                    onChange={(chosen) => {
                      const security = chosen as (typeof SECURITIES)[number]
                      set({ security, port: PORT[security] })
                    }}
                    options={SECURITIES.map((value) => ({ value, label: text(`transport.securities.${value}`) }))}
                  />
                )}
              </Field>
              <Field label={text("transport.port")}>
                {(id) => (
                  <Input
                    id={id}
                    type="number"
                    value={values.port}
                    onChange={(event) => set({ port: Number(event.target.value) })}
                  />
                )}
              </Field>
            </div>
            <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
              <Field label={text("transport.user")} optional={text("common.optional")}>
                {(id) => (
                  <Input
                    id={id}
                    autoComplete="off"
                    value={values.user ?? ""}
                    onChange={(event) => set({ user: event.target.value || null })}
                  />
                )}
              </Field>
              <SecretField
                label={text("transport.password")}
                isSet={answer.secrets.smtpPassword.is_set}
                value={secrets.smtpPassword}
                onChange={(smtpPassword) => setSecrets({ ...secrets, smtpPassword })}
              />
            </div>
            <Field label={text("transport.connections")} hint={text("transport.connectionsHint")}>
              {(id) => (
                <Input
                  id={id}
                  type="number"
                  min={1}
                  max={100}
                  value={values.connections}
                  onChange={(event) => set({ connections: Number(event.target.value) })}
                />
              )}
            </Field>
            <div className="flex flex-col gap-y-4 border-t pt-5">
              <Text size="small" weight="plus">
                DKIM
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {text("transport.dkimHint")}
              </Text>
              <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
                <Field label={text("transport.dkimDomain")}>
                  {(id) => (
                    <Input
                      id={id}
                      placeholder="example.com"
                      value={values.dkimDomain ?? ""}
                      onChange={(event) => set({ dkimDomain: event.target.value || null })}
                    />
                  )}
                </Field>
                <Field label={text("transport.dkimSelector")}>
                  {(id) => (
                    <Input
                      id={id}
                      placeholder="mailroom"
                      value={values.dkimSelector ?? ""}
                      onChange={(event) => set({ dkimSelector: event.target.value || null })}
                    />
                  )}
                </Field>
              </div>
              <SecretField
                label={text("transport.dkimKey")}
                isLong
                isSet={answer.secrets.dkimPrivateKey.is_set}
                value={secrets.dkimPrivateKey}
                onChange={(dkimPrivateKey) => setSecrets({ ...secrets, dkimPrivateKey })}
              />
            </div>
          </>
        )}
      </SettingsForm>
    </>
  )
}
