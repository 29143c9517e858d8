import { ActionButton, AddressInFull } from "../blocks/action-button"
import { Layout } from "../blocks/layout"
import { Note, Paragraph, Title } from "../blocks/words"
import { t, v, When } from "../liquid"
import type { BuiltinTemplate } from "./template"

export const invite: BuiltinTemplate = (look) => {
  const { invite: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} preheader={t(texts.preheader)}>
        <Title look={look}>{texts.heading}</Title>
        <Paragraph look={look}>{t(texts.intro)}</Paragraph>
        <ActionButton look={look} href={v("invite.url")} label={texts.button} isUntracked />
        <When is="invite.expiresAt">
          <Note look={look}>{t(texts.expires)}</Note>
        </When>
        <Note look={look}>{texts.ignore}</Note>
        <AddressInFull look={look} href={v("invite.url")} />
      </Layout>
    ),
  }
}
