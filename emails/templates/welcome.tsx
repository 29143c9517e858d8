import { ActionButton } from "../blocks/action-button"
import { Layout } from "../blocks/layout"
import { Greeting, Note, Paragraph, Title } from "../blocks/words"
import { t } from "../liquid"
import type { BuiltinTemplate } from "./template"

export const welcome: BuiltinTemplate = (look) => {
  const { welcome: texts, common } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} preheader={t(texts.preheader)}>
        <Title look={look}>{texts.heading}</Title>
        <Greeting look={look} name="customer.firstName" />
        <Paragraph look={look}>{t(texts.intro)}</Paragraph>
        {look.brand.storefrontUrl ? (
          <ActionButton look={look} href={look.brand.storefrontUrl} label={texts.button} />
        ) : null}
        <Note look={look}>{common.questions}</Note>
      </Layout>
    ),
  }
}
