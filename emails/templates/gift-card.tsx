import { ActionButton } from "../blocks/action-button"
import { Box } from "../blocks/box"
import { Layout } from "../blocks/layout"
import { Note, Paragraph, Title } from "../blocks/words"
import { t, v, When } from "../liquid"
import type { BuiltinTemplate } from "./template"

export const giftCard: BuiltinTemplate = (look) => {
  const { gift_card: texts, common } = look.texts
  const { colors, brand } = look
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} preheader={t(texts.preheader)}>
        <Title look={look}>{texts.heading}</Title>
        <Paragraph look={look}>{texts.intro}</Paragraph>
        <Box
          align="center"
          className="mr-primary"
          outer={{
            margin: "8px 0 28px",
            backgroundColor: colors.primary,
            borderRadius: 14,
            borderCollapse: "separate",
          }}
          inner={{ padding: "34px 24px 30px", color: colors.onPrimary }}
        >
          <div style={{ fontSize: 38, lineHeight: "44px", fontWeight: 700, color: colors.onPrimary }}>
            {v("giftCard.amount", "money: giftCard.currency")}
          </div>
          <div style={{ padding: "18px 0 6px", fontSize: 13, lineHeight: "18px", color: colors.onPrimary }}>
            {texts.code}
          </div>
          <div
            style={{
              fontFamily: "Menlo, Consolas, monospace",
              fontSize: 20,
              lineHeight: "28px",
              letterSpacing: "2px",
              color: colors.onPrimary,
            }}
          >
            {v("giftCard.code")}
          </div>
          <When is="giftCard.expiresAt">
            <div style={{ padding: "14px 0 0", fontSize: 13, lineHeight: "18px", color: colors.onPrimary }}>
              {t(texts.expires)}
            </div>
          </When>
        </Box>
        {brand.storefrontUrl ? (
          <ActionButton look={look} href={brand.storefrontUrl} label={texts.button} isUntracked />
        ) : null}
        <Note look={look}>{common.questions}</Note>
      </Layout>
    ),
  }
}
