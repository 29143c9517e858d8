import { Link, Text } from "@react-email/components"
import type { CSSProperties } from "react"
import { t, v, When } from "../liquid"
import type { Look } from "../theme"
import { Box } from "./box"

type FooterProps = { look: Look; isMarketing: boolean; why?: string }

/** Why one gets this mail, the ways out, and who wrote it from where (CAN-SPAM, TMG): fixed, no template leaves it out. */
export function Footer({ look, isMarketing, why }: FooterProps) {
  const { texts, brand, colors } = look
  const small: CSSProperties = { margin: "0 0 8px", fontSize: 12, lineHeight: "18px", color: colors.faint }
  const link: CSSProperties = { color: colors.faint, textDecoration: "underline" }
  const reason = why ?? (isMarketing ? texts.common.whyMarketing : texts.common.whyTransactional)
  return (
    <Box isPage align="center" inner={{ padding: "24px 40px 8px" }}>
      <Social look={look} />
      <Text className="mr-faint" style={small}>
        {t(reason)}
      </Text>
      {isMarketing ? (
        <Text className="mr-faint" style={small}>
          <Link href={v("unsubscribeUrl")} data-no-track="" style={link}>
            {texts.common.unsubscribe}
          </Link>
          <When is="preferencesUrl">
            {" · "}
            <Link href={v("preferencesUrl")} data-no-track="" style={link}>
              {texts.common.preferences}
            </Link>
          </When>
          <When is="viewUrl">
            {" · "}
            <Link href={v("viewUrl")} data-no-track="" style={link}>
              {texts.common.viewInBrowser}
            </Link>
          </When>
        </Text>
      ) : null}
      <Text className="mr-faint" style={small}>
        {[brand.shopName, brand.postalAddress?.split(/\r?\n/).filter(Boolean).join(", ")].filter(Boolean).join(" · ")}
      </Text>
    </Box>
  )
}

function Social({ look: { brand, colors } }: { look: Look }) {
  if (brand.socialLinks.length === 0) return null
  return (
    <Text className="mr-faint" style={{ margin: "0 0 12px", fontSize: 13, lineHeight: "20px", color: colors.faint }}>
      {brand.socialLinks.map(({ label, url }, index) => (
        <span key={url}>
          {index > 0 ? "  ·  " : ""}
          <Link href={url} style={{ color: colors.faint, textDecoration: "underline" }}>
            {label}
          </Link>
        </span>
      ))}
    </Text>
  )
}
