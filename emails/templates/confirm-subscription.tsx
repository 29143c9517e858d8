import { ActionButton, AddressInFull } from "../blocks/action-button"
import { Layout } from "../blocks/layout"
import { Note, Paragraph, Title } from "../blocks/words"
import { t, v, When } from "../liquid"
import type { BuiltinTemplate } from "./template"

/** Double opt-in: nothing in it may advertise (OLG München 29 U 1682/12). */
export const confirmSubscription: BuiltinTemplate = (look) => {
  const { confirm_subscription: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} preheader={t(texts.preheader)}>
        <Title look={look}>{texts.heading}</Title>
        <Paragraph look={look}>{t(texts.intro)}</Paragraph>
        <When is="confirm.topics.size > 0">
          <Paragraph look={look} style={{ fontWeight: 600 }}>
            {v("confirm.topics", "join: ', '")}
          </Paragraph>
        </When>
        <ActionButton look={look} href={v("confirm.url")} label={texts.button} isUntracked />
        <Note look={look}>{texts.ignore}</Note>
        <AddressInFull look={look} href={v("confirm.url")} />
      </Layout>
    ),
  }
}
