import { Layout } from "../blocks/layout"
import { Note, Paragraph, Title } from "../blocks/words"
import { t } from "../liquid"
import type { BuiltinTemplate } from "./template"

export const testMail: BuiltinTemplate = (look) => {
  const { test_mail: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} preheader={t(texts.preheader)}>
        <Title look={look}>{texts.heading}</Title>
        <Paragraph look={look}>{t(texts.intro)}</Paragraph>
        <Note look={look}>{texts.next}</Note>
      </Layout>
    ),
  }
}
