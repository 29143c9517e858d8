import { Img, Link, Text } from "@react-email/components"
import type { Look } from "../theme"
import { Box } from "./box"

/** The logo, or the shop's name set large where there is none. */
export function Header({ look: { brand, colors } }: { look: Look }) {
  const mark = brand.logoUrl ? (
    <Img
      className="mr-logo"
      src={brand.logoUrl}
      alt={brand.shopName}
      height="44"
      style={{ height: 44, width: "auto", maxWidth: 260, margin: "0 auto", color: colors.ink, fontSize: 22 }}
    />
  ) : (
    <Text
      className="mr-ink"
      style={{
        margin: 0,
        fontSize: 22,
        lineHeight: "28px",
        fontWeight: 700,
        letterSpacing: "-0.3px",
        color: colors.ink,
      }}
    >
      {brand.shopName}
    </Text>
  )
  return (
    <Box isPage align="center" inner={{ padding: "8px 40px 24px" }} plain="skip">
      {brand.storefrontUrl ? (
        <Link href={brand.storefrontUrl} data-no-track="" style={{ textDecoration: "none", color: colors.ink }}>
          {mark}
        </Link>
      ) : (
        mark
      )}
    </Box>
  )
}
