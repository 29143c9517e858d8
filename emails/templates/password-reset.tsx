import { ActionButton, AddressInFull } from "../blocks/action-button"
import { Layout } from "../blocks/layout"
import { Note, Paragraph, Title } from "../blocks/words"
import { t, v } from "../liquid"
import type { Texts } from "../texts/texts"
import type { BuiltinTemplate } from "./template"

export const passwordResetCustomer: BuiltinTemplate = resetOf("password_reset_customer")
export const passwordResetUser: BuiltinTemplate = resetOf("password_reset_user")

function resetOf(key: "password_reset_customer" | "password_reset_user"): BuiltinTemplate {
  return (look) => {
    const texts: Texts[typeof key] = look.texts[key]
    return {
      subject: texts.subject,
      preheader: texts.preheader,
      page: (
        <Layout look={look} preheader={t(texts.preheader)}>
          <Title look={look}>{texts.heading}</Title>
          <Paragraph look={look}>{t(texts.intro)}</Paragraph>
          <ActionButton look={look} href={v("reset.url")} label={texts.button} isUntracked />
          <Note look={look}>{texts.ignore}</Note>
          <AddressInFull look={look} href={v("reset.url")} />
        </Layout>
      ),
    }
  }
}
