import { Badge, Button, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { Link, useParams } from "react-router-dom"
import { languageName } from "../../editor/language-name"
import type { Preview, StoreEmail } from "../../parts/api/automations"
import type { GoLive } from "../../parts/api/readiness"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { PreviewFrame } from "../../parts/preview-frame"
import { Section } from "../../parts/section"
import { SendTest } from "../../parts/send-test"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { OnSwitch } from "./store-email-list"
import { StoreEmailForm } from "./store-email-form"

/** One store e-mail: how it looks in each language, who gets a copy, and a test of it. */
export default function StoreEmailPage() {
  const { id = "" } = useParams()
  const email = useRead<{ store_email: StoreEmail }>(`/store-emails/${id}`)
  return (
    <WhenRead read={email} loading={<LoadingPage />}>
      {(data) => <StoreEmailView email={data.store_email} />}
    </WhenRead>
  )
}

function StoreEmailView({ email }: { email: StoreEmail }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const [locale, setLocale] = useState<string | undefined>()
  const goLive = useRead<GoLive>("/go-live")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={{ to: "/mailroom/store-emails", label: text("menu.storeEmails") }}
        title={
          <span className="flex items-center gap-x-3">
            <OnSwitch email={email} twice={goLive.data?.templates.find((one) => one.key === email.key)} />
            {word("words.template", email.key)}
          </span>
        }
        hint={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusBadge color={email.is_on ? "green" : "grey"}>
              {text(email.is_on ? "common.on" : "common.off")}
            </StatusBadge>
            {email.is_on && email.switched_on_at && (
              <span>{text("storeEmails.onSince", { at: format.dateTime(email.switched_on_at) })}</span>
            )}
            <span>{word("words.templateWhen", email.key) || email.description}</span>
            {email.is_secret && <Badge size="2xsmall">{text("storeEmails.confidential")}</Badge>}
          </span>
        }
        actions={
          <>
            <SendTest path={`/store-emails/${email.id}/send-test-mail`} extra={{ locale }} />
            <Button size="small" asChild>
              <Link to={`/mailroom/templates/mtpl_${email.key}`}>{text("templates.edit")}</Link>
            </Button>
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <StoreEmailForm key={email.id} email={email} />
        <PreviewByLanguage id={email.id} locale={locale} setLocale={setLocale} />
      </div>
    </div>
  )
}

type PreviewProps = { id: string; locale: string | undefined; setLocale: (locale: string) => void }

function PreviewByLanguage({ id, locale, setLocale }: PreviewProps) {
  const text = useText()
  const preview = useRead<Preview>(`/store-emails/${id}/preview`, { query: { locale } })
  return (
    <Section
      title={text("common.preview")}
      hint={text("storeEmails.previewHint")}
      actions={
        preview.data && (
          <div className="w-36">
            <Choice
              size="small"
              label={text("common.language")}
              value={locale ?? preview.data.locale}
              onChange={setLocale}
              options={preview.data.locales.map((value) => ({ value, label: languageName(value) }))}
            />
          </div>
        )
      }
    >
      <WhenRead read={preview}>{(data) => <PreviewFrame preview={data} className="h-[820px]" />}</WhenRead>
    </Section>
  )
}
