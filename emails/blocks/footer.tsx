import { Link } from "@react-email/link"
import { Text } from "@react-email/text"
import type { CSSProperties } from "react"
import { t, v, When } from "../liquid"
import type { Look } from "../theme"
import { Box } from "./box"

type FooterProps = {
  look: Look
  isMarketing: boolean
  why?: string
  isSocialShown?: boolean
  /** A person wrote it to a person: who wrote from where, and nothing that a machine says. */
  isLetter?: boolean
}

/** Why one gets this mail, the ways out, and who wrote it from where (CAN-SPAM, TMG): fixed, no template leaves it out. */
export function Footer({ look, isMarketing, why, isSocialShown = isMarketing, isLetter = false }: FooterProps) {
  const { texts } = look
  const reason = why ?? (isMarketing ? texts.common.whyMarketing : texts.common.whyTransactional)
  return (
    <Box isPage align="center" inner={{ padding: "24px 40px 8px" }}>
      {isSocialShown ? <SocialLinks look={look} /> : null}
      {isLetter ? null : (
        <>
          <Text className="mr-faint" {...directionOf(look)} style={smallOf(look)}>
            {t(reason)}
          </Text>
          <WaysOut look={look} isMarketing={isMarketing} />
        </>
      )}
      {look.brand.footerText ? (
        <Text className="mr-faint" {...directionOf(look)} style={smallOf(look)}>
          {look.brand.footerText}
        </Text>
      ) : null}
      <Text className="mr-faint" {...directionOf(look)} style={smallOf(look)}>
        {imprintOf(look)}
      </Text>
    </Box>
  )
}

/**
 * A service mail names the preferences only where they hold something to withdraw (its tracking); it has no
 * unsubscribe link, since there is nothing to unsubscribe from.
 */
function WaysOut({ look, isMarketing }: { look: Look; isMarketing: boolean }) {
  const { common } = look.texts
  const preferences = <FooterLink look={look} path="preferencesUrl" label={common.preferences} />
  const view = <FooterLink look={look} path="viewUrl" label={common.viewInBrowser} />
  if (!isMarketing)
    return (
      <When is="preferencesUrl or viewUrl">
        <Text className="mr-faint" {...directionOf(look)} style={smallOf(look)}>
          <When is="preferencesUrl">{preferences}</When>
          <When is="preferencesUrl and viewUrl">{" · "}</When>
          <When is="viewUrl">{view}</When>
        </Text>
      </When>
    )
  return (
    <Text className="mr-faint" {...directionOf(look)} style={smallOf(look)}>
      <FooterLink look={look} path="unsubscribeUrl" label={common.unsubscribe} />
      <When is="preferencesUrl">
        {" · "}
        {preferences}
      </When>
      <When is="viewUrl">
        {" · "}
        {view}
      </When>
    </Text>
  )
}

function FooterLink({ look, path, label }: { look: Look; path: string; label: string }) {
  return (
    <Link href={v(path)} data-no-track="" style={{ color: look.colors.faint, textDecoration: "underline" }}>
      {label}
    </Link>
  )
}

/** The built-in sentences are written from left to right, the shop's own perhaps not. */
const directionOf = ({ direction }: Look) => (direction === "rtl" ? { dir: "auto" } : {})

function smallOf({ colors }: Look): CSSProperties {
  return { margin: "0 0 8px", fontSize: 12, lineHeight: "18px", color: colors.faint }
}

/** The shop's name before its postal address, unless the address begins with it. */
function imprintOf({ brand: { shopName, postalAddress } }: Look): string {
  const address = (postalAddress ?? "").split(/\r?\n/).filter(Boolean).join(", ")
  return address.startsWith(shopName) ? address : [shopName, address].filter(Boolean).join(" · ")
}

export function SocialLinks({ look: { brand, colors }, align }: { look: Look; align?: "left" | "center" | "right" }) {
  if (brand.socialLinks.length === 0) return null
  const style: CSSProperties = { margin: "0 0 12px", fontSize: 13, lineHeight: "20px", color: colors.faint }
  return (
    <Text className="mr-faint" style={align ? { ...style, textAlign: align } : style}>
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
