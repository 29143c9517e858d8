import { Img } from "@react-email/img"
import { Link } from "@react-email/link"
import { Text } from "@react-email/text"
import type { CSSProperties } from "react"
import { startOf, type Look } from "../theme"
import { Box } from "./box"

type LogoProps = { look: Look; align?: "left" | "center" | "right" | null; width?: number }

/** Above the card. */
export function HeaderLogo({ look, align, width }: LogoProps) {
  return (
    <Box isPage align={align ?? startOf(look)} inner={{ padding: "8px 40px 24px" }} plain="skip">
      <Mark look={look} align={align} width={width} />
    </Box>
  )
}

/** Among the other blocks. */
export function Logo({ look, align, width }: LogoProps) {
  return (
    <Box align={align ?? startOf(look)} outer={{ margin: "0 0 20px" }} plain="skip">
      <Mark look={look} align={align} width={width} />
    </Box>
  )
}

/** The logo, or the shop's name set large where there is none; a link to the shop. */
function Mark({ look: { brand, colors }, align, width = 160 }: LogoProps) {
  const side: CSSProperties =
    align === "center" ? { margin: "0 auto" } : align === "right" ? { margin: "0 0 0 auto" } : { margin: 0 }
  const mark = brand.logoUrl ? (
    <Img
      className="mr-logo"
      src={brand.logoUrl}
      alt={brand.shopName}
      width={String(width)}
      style={{ display: "block", width, maxWidth: "100%", height: "auto", ...side, color: colors.ink, fontSize: 22 }}
    />
  ) : (
    <Text className="mr-ink" style={{ margin: 0, ...NAME, color: colors.ink }}>
      {brand.shopName}
    </Text>
  )
  return brand.storefrontUrl ? (
    <Link href={brand.storefrontUrl} data-no-track="" style={{ textDecoration: "none", color: colors.ink }}>
      {mark}
    </Link>
  ) : (
    mark
  )
}

const NAME: CSSProperties = { fontSize: 22, lineHeight: "28px", fontWeight: 700, letterSpacing: "-0.3px" }
